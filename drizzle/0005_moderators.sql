CREATE TYPE "public"."pending_digest" AS ENUM('atOnce', 'daily', 'weekly', 'never');--> statement-breakpoint
ALTER TYPE "public"."token_purpose" ADD VALUE 'joinModerators';--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "portal_administrator" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "followed_departments" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "digest" "pending_digest" DEFAULT 'atOnce' NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "digested_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_portal_administrator" CHECK ("account"."role" = 'moderator' or not "account"."portal_administrator");--> statement-breakpoint
-- Until now every moderator could do all there was to do.
UPDATE "account" SET "portal_administrator" = true WHERE "role" = 'moderator' AND "state" <> 'closed';
