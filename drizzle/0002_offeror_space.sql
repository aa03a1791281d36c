CREATE TYPE "public"."import_state" AS ENUM('preview', 'running', 'done', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."renewal_answer" AS ENUM('yes', 'maybe', 'no');--> statement-breakpoint
CREATE TYPE "public"."reminder_kind" AS ENUM('unpublished', 'draftWaiting', 'correctionWaiting', 'untouched');--> statement-breakpoint
ALTER TYPE "public"."account_role" ADD VALUE 'editor' BEFORE 'moderator';--> statement-breakpoint
ALTER TYPE "public"."account_state" ADD VALUE 'closed';--> statement-breakpoint
ALTER TYPE "public"."token_purpose" ADD VALUE 'changeAddress';--> statement-breakpoint
ALTER TYPE "public"."token_purpose" ADD VALUE 'joinStructure';--> statement-breakpoint
CREATE TABLE "offer_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"structure_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"state" "import_state" DEFAULT 'preview' NOT NULL,
	"rows" jsonb NOT NULL,
	"written" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "renewal" (
	"offer_id" uuid NOT NULL,
	"campaign" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" "renewal_answer",
	"answered_at" timestamp with time zone,
	"renewed_offer_id" uuid,
	CONSTRAINT "renewal_offer_id_campaign_pk" PRIMARY KEY("offer_id","campaign")
);
--> statement-breakpoint
CREATE TABLE "reminder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"kind" "reminder_kind" NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scheduled_run" (
	"name" text NOT NULL,
	"due" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "scheduled_run_name_due_pk" PRIMARY KEY("name","due")
);
--> statement-breakpoint
CREATE TABLE "local_referent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"structure_id" uuid NOT NULL,
	"name" text NOT NULL,
	"function" text NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "structure_site" (
	"id" uuid PRIMARY KEY NOT NULL,
	"structure_id" uuid NOT NULL,
	"name" text NOT NULL,
	"street" text NOT NULL,
	"postcode" text NOT NULL,
	"commune_code" text NOT NULL,
	"commune_name" text NOT NULL,
	"type_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "new_email" text;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "wants_receipts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "wants_reminders" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "user_agent" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "last_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "draft_by" uuid;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "paused_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "copied_from_id" uuid;--> statement-breakpoint
ALTER TABLE "offer_import" ADD CONSTRAINT "offer_import_structure_id_structure_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_import" ADD CONSTRAINT "offer_import_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal" ADD CONSTRAINT "renewal_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal" ADD CONSTRAINT "renewal_renewed_offer_id_offer_id_fk" FOREIGN KEY ("renewed_offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "local_referent" ADD CONSTRAINT "local_referent_structure_id_structure_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structure_site" ADD CONSTRAINT "structure_site_structure_id_structure_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structure_site" ADD CONSTRAINT "structure_site_type_id_vocabulary_term_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."vocabulary_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offer_import_structure" ON "offer_import" USING btree ("structure_id","created_at");--> statement-breakpoint
CREATE INDEX "reminder_offer" ON "reminder" USING btree ("offer_id","kind","sent_at");--> statement-breakpoint
CREATE INDEX "local_referent_structure" ON "local_referent" USING btree ("structure_id","name");--> statement-breakpoint
CREATE INDEX "structure_site_structure" ON "structure_site" USING btree ("structure_id","name");--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_draft_by_account_id_fk" FOREIGN KEY ("draft_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offer_paused" ON "offer" USING btree ("paused_until") WHERE paused_until is not null;