ALTER TABLE "offer_message" ADD COLUMN "students" smallint;--> statement-breakpoint
ALTER TABLE "offer_message" ADD COLUMN "disciplines" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "offer_message" ADD COLUMN "months" smallint[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "offer_message" ADD COLUMN "half_days" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- accepted: index, a year of messages: some thousand rows
CREATE INDEX "offer_message_offer" ON "offer_message" USING btree ("offer_id");