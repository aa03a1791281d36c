ALTER TYPE "public"."reminder_kind" ADD VALUE 'elapsed';--> statement-breakpoint
-- accepted: index, no row has this start before this version; one read of the catalogue
CREATE INDEX "public_offer_elapsed" ON "public_offer" USING btree ("published_at" DESC NULLS FIRST,"offer_id" DESC NULLS FIRST) WHERE start = 32767;