CREATE INDEX "offer_listed" ON "offer" USING btree ("campaign","validation","id","current_revision_id") WHERE deleted_at is null and current_revision_id is not null;--> statement-breakpoint
CREATE INDEX "offer_revision_history" ON "offer_revision" USING btree ("offer_id","number","submitted_at","decided_at","decision","minor");--> statement-breakpoint
CREATE INDEX "revision_facts_themes" ON "revision_facts" USING gin ("theme_ids");--> statement-breakpoint
CREATE INDEX "revision_facts_audiences" ON "revision_facts" USING gin ("audience_ids");--> statement-breakpoint
CREATE INDEX "revision_facts_slots" ON "revision_facts" USING gin ("slots");