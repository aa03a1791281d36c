ALTER TABLE "commune" ADD COLUMN "former_names" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "structure" ADD COLUMN "cedex" text DEFAULT '' NOT NULL;