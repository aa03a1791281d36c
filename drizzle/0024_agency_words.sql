-- In the order of those who write both: what an offer says, then the catalogue.
-- accepted: index, of titles and communes alone: a second each at 100,000 offers
CREATE INDEX "revision_facts_search" ON "revision_facts" USING gin (folded("title") gin_trgm_ops);--> statement-breakpoint
-- accepted: index, the same
CREATE INDEX "public_offer_commune_search" ON "public_offer" USING gin (folded("commune_name") gin_trgm_ops);
