-- Words as they are compared and looked for: without case and accents. The dictionary is named in full, so that the answer
-- never depends on who asks: that is what lets an index rest on it.
CREATE FUNCTION folded(label text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, label)) $$;--> statement-breakpoint
ALTER TABLE "vocabulary_term" DROP CONSTRAINT "vocabulary_term_kind_label";--> statement-breakpoint
ALTER TABLE "vocabulary_term" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "vocabulary_term" ADD CONSTRAINT "vocabulary_term_merged_into_id_vocabulary_term_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."vocabulary_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "vocabulary_term_label" ON "vocabulary_term" USING btree ("kind",folded("label")) WHERE merged_into_id is null;--> statement-breakpoint
CREATE TYPE "public"."pending_digest" AS ENUM('atOnce', 'daily', 'weekly', 'never');--> statement-breakpoint
ALTER TYPE "public"."token_purpose" ADD VALUE 'joinModerators';--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "portal_administrator" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "followed_departments" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "digest" "pending_digest" DEFAULT 'atOnce' NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "digested_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_portal_administrator" CHECK ("account"."role" = 'moderator' or not "account"."portal_administrator");--> statement-breakpoint
-- Until now every moderator could do all there was to do.
UPDATE "account" SET "portal_administrator" = true WHERE "role" = 'moderator' AND "state" <> 'closed';
