CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TYPE "public"."report_outcome" AS ENUM('noEffect', 'suspended');--> statement-breakpoint
CREATE TYPE "public"."report_reason" AS ENUM('outdated', 'wrongFacts', 'noAnswer', 'personalData', 'unsuitable', 'other');--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"reason" "report_reason" NOT NULL,
	"words" text NOT NULL,
	"email" text,
	"created_at" timestamp with time zone NOT NULL,
	"outcome" "report_outcome",
	"treated_by" uuid,
	"treated_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "suspension" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid,
	"account_id" uuid,
	"structure_id" uuid,
	"type_id" uuid,
	"message" text NOT NULL,
	"suspended_by" uuid NOT NULL,
	"suspended_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "suspension_of_one_thing" CHECK (num_nonnulls(offer_id, account_id, structure_id, type_id) = 1)
);
--> statement-breakpoint
-- Only structures whose last person left were in this state: nothing suspended any before. Renaming a value keeps the rows.
ALTER TYPE "public"."structure_state" RENAME VALUE 'suspended' TO 'closed';--> statement-breakpoint
ALTER TABLE "structure" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_treated_by_account_id_fk" FOREIGN KEY ("treated_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_structure_id_structure_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_type_id_vocabulary_term_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."vocabulary_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_suspended_by_account_id_fk" FOREIGN KEY ("suspended_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_lifted_by_account_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_offer" ON "report" USING btree ("offer_id","id");--> statement-breakpoint
CREATE INDEX "report_open" ON "report" USING btree ("id") WHERE treated_at is null;--> statement-breakpoint
CREATE INDEX "report_treated" ON "report" USING btree ("id") WHERE treated_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "suspension_offer" ON "suspension" USING btree ("offer_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "suspension_account" ON "suspension" USING btree ("account_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "suspension_structure" ON "suspension" USING btree ("structure_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "suspension_type" ON "suspension" USING btree ("type_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "suspension_in_force" ON "suspension" USING btree ("id") WHERE lifted_at is null;--> statement-breakpoint
ALTER TABLE "structure" ADD CONSTRAINT "structure_merged_into_id_structure_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."structure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_structure" ON "account" USING btree ("structure_id");--> statement-breakpoint
CREATE INDEX "offer_account" ON "offer" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "offer_once_published" ON "offer" USING btree ("structure_id") WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX "structure_name" ON "structure" USING btree ("name" collate "und-x-icu","id");--> statement-breakpoint
CREATE INDEX "structure_search" ON "structure" USING gin (folded("name" || ' ' || "commune_name") gin_trgm_ops);