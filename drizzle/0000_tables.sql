CREATE TYPE "public"."account_role" AS ENUM('administrator', 'moderator');--> statement-breakpoint
CREATE TYPE "public"."account_state" AS ENUM('active', 'disabled');--> statement-breakpoint
CREATE TYPE "public"."token_purpose" AS ENUM('confirmAddress', 'choosePassword', 'demoSignIn');--> statement-breakpoint
CREATE TYPE "public"."mail_state" AS ENUM('queued', 'sent', 'failed');--> statement-breakpoint
CREATE TYPE "public"."publication" AS ENUM('unpublished', 'onApproval', 'published');--> statement-breakpoint
CREATE TYPE "public"."revision_decision" AS ENUM('pending', 'approved', 'changesRequested', 'refused', 'superseded');--> statement-breakpoint
CREATE TYPE "public"."validation" AS ENUM('draft', 'pending', 'approved', 'changesRequested', 'refused');--> statement-breakpoint
CREATE TYPE "public"."structure_state" AS ENUM('active', 'suspended');--> statement-breakpoint
CREATE TYPE "public"."vocabulary_kind" AS ENUM('theme', 'audience', 'structureType', 'siteType');--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"structure_id" uuid,
	"role" "account_role" NOT NULL,
	"email" text NOT NULL,
	"last_name" text NOT NULL,
	"first_name" text NOT NULL,
	"function" text NOT NULL,
	"phone" text NOT NULL,
	"password_hash" text,
	"email_confirmed_at" timestamp with time zone,
	"state" "account_state" DEFAULT 'active' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" "token_purpose" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"deed" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" uuid NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "public_offer" (
	"offer_id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"revision_id" uuid NOT NULL,
	"campaign" integer NOT NULL,
	"title" text NOT NULL,
	"structure_name" text NOT NULL,
	"commune_name" text NOT NULL,
	"department" text NOT NULL,
	"theme_ids" uuid[] NOT NULL,
	"audience_ids" uuid[] NOT NULL,
	"site_type_id" uuid NOT NULL,
	"places" integer NOT NULL,
	"lodging" boolean NOT NULL,
	"catering" boolean NOT NULL,
	"months" smallint[] NOT NULL,
	"slots" smallint[] NOT NULL,
	"page" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"search" "tsvector" NOT NULL,
	CONSTRAINT "public_offer_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "commune" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"department" text NOT NULL,
	"postcodes" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reference_data" (
	"name" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"recipient" text NOT NULL,
	"params" jsonb NOT NULL,
	"state" "mail_state" DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mailbox_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"structure_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"campaign" integer NOT NULL,
	"validation" "validation" DEFAULT 'draft' NOT NULL,
	"publication" "publication" DEFAULT 'unpublished' NOT NULL,
	"published_at" timestamp with time zone,
	"draft" jsonb,
	"current_revision_id" uuid,
	"approved_revision_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "offer_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "offer_revision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"decision" "revision_decision" DEFAULT 'pending' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"minor" boolean DEFAULT false NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "offer_revision_number" UNIQUE("offer_id","number")
);
--> statement-breakpoint
CREATE TABLE "structure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"street" text NOT NULL,
	"postcode" text NOT NULL,
	"commune_code" text NOT NULL,
	"commune_name" text NOT NULL,
	"department" text NOT NULL,
	"type_id" uuid NOT NULL,
	"representative_name" text NOT NULL,
	"representative_function" text NOT NULL,
	"state" "structure_state" DEFAULT 'active' NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vocabulary_term" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "vocabulary_kind" NOT NULL,
	"label" text NOT NULL,
	"position" integer NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "vocabulary_term_kind_label" UNIQUE("kind","label")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_structure_id_structure_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token" ADD CONSTRAINT "token_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_offer" ADD CONSTRAINT "public_offer_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_structure_id_structure_id_fk" FOREIGN KEY ("structure_id") REFERENCES "public"."structure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_revision" ADD CONSTRAINT "offer_revision_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_revision" ADD CONSTRAINT "offer_revision_submitted_by_account_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_revision" ADD CONSTRAINT "offer_revision_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structure" ADD CONSTRAINT "structure_type_id_vocabulary_term_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."vocabulary_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "token_account" ON "token" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "audit_entry_object" ON "audit_entry" USING btree ("object_kind","object_id","id");--> statement-breakpoint
CREATE INDEX "public_offer_search" ON "public_offer" USING gin ("search");--> statement-breakpoint
CREATE INDEX "public_offer_themes" ON "public_offer" USING gin ("theme_ids");--> statement-breakpoint
CREATE INDEX "public_offer_slots" ON "public_offer" USING gin ("slots");--> statement-breakpoint
CREATE INDEX "public_offer_newest" ON "public_offer" USING btree ("published_at" DESC NULLS LAST,"offer_id");--> statement-breakpoint
CREATE INDEX "public_offer_department" ON "public_offer" USING btree ("department");--> statement-breakpoint
CREATE INDEX "commune_postcodes" ON "commune" USING gin ("postcodes");--> statement-breakpoint
CREATE INDEX "document_offer" ON "document" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "mail_state_created" ON "mail" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "offer_structure" ON "offer" USING btree ("structure_id","id");--> statement-breakpoint
CREATE INDEX "offer_pending" ON "offer" USING btree ("updated_at","id") WHERE validation = 'pending' and deleted_at is null;