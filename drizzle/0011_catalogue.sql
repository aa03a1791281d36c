-- The read model is written anew from the offers themselves at the next start (lib/catalogue/commands/rebuild.ts).
DELETE FROM "public_offer";--> statement-breakpoint
CREATE TABLE "search_alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"told_until" timestamp with time zone NOT NULL,
	CONSTRAINT "search_alert_once" UNIQUE("email","query")
);
--> statement-breakpoint
CREATE TABLE "catalogue_word" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offer_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"establishment" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "public_offer_search";--> statement-breakpoint
DROP INDEX "public_offer_themes";--> statement-breakpoint
DROP INDEX "public_offer_slots";--> statement-breakpoint
DROP INDEX "public_offer_department";--> statement-breakpoint
DROP INDEX "public_offer_newest";--> statement-breakpoint
ALTER TABLE "public_offer" ADD COLUMN "commune" text NOT NULL;--> statement-breakpoint
ALTER TABLE "public_offer" ADD COLUMN "start" smallint NOT NULL;--> statement-breakpoint
ALTER TABLE "public_offer" ADD COLUMN "part" smallint NOT NULL;--> statement-breakpoint
ALTER TABLE "public_offer" ADD COLUMN "facets" integer[] NOT NULL;--> statement-breakpoint
ALTER TABLE "commune" ADD COLUMN "inhabitants" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "commune" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "commune" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "commune" ADD COLUMN "place_known" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "vocabulary_term" ADD COLUMN "number" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "vocabulary_term_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "offer_message" ADD CONSTRAINT "offer_message_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_alert_unconfirmed" ON "search_alert" USING btree ("created_at") WHERE confirmed_at is null;--> statement-breakpoint
CREATE INDEX "offer_message_age" ON "offer_message" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "public_offer_found" ON "public_offer" USING gin ("search","facets","slots") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "public_offer_sample" ON "public_offer" USING gin ("search","facets","slots") WITH (fastupdate=false) WHERE part < 64;--> statement-breakpoint
CREATE INDEX "public_offer_sample_commune" ON "public_offer" USING btree ("commune") WHERE part < 64;--> statement-breakpoint
CREATE INDEX "public_offer_start" ON "public_offer" USING btree ("start","published_at" DESC NULLS FIRST,"offer_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "public_offer_commune" ON "public_offer" USING btree ("commune","published_at" DESC NULLS FIRST,"offer_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "commune_named" ON "commune" USING btree (folded("name"));--> statement-breakpoint
CREATE INDEX "commune_places" ON "commune" USING btree ("latitude","longitude");--> statement-breakpoint
CREATE INDEX "public_offer_newest" ON "public_offer" USING btree ("published_at" DESC NULLS FIRST,"offer_id" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "public_offer" DROP COLUMN "theme_ids";--> statement-breakpoint
ALTER TABLE "public_offer" DROP COLUMN "audience_ids";--> statement-breakpoint
ALTER TABLE "public_offer" DROP COLUMN "site_type_id";--> statement-breakpoint
ALTER TABLE "public_offer" DROP COLUMN "months";--> statement-breakpoint
CREATE INDEX "catalogue_word_alike" ON "catalogue_word" USING gin ("word" gin_trgm_ops);
