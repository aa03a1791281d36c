CREATE TABLE "search_synonym" (
	"id" uuid PRIMARY KEY NOT NULL,
	"term" text NOT NULL,
	"synonyms" text[] NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "search_synonym_term" ON "search_synonym" USING btree (folded("term"));--> statement-breakpoint
-- accepted: index, a region has some thousand accounts, and twenty thousand take a second
CREATE INDEX "account_search" ON "account" USING gin (folded("first_name" || ' ' || "last_name" || ' ' || "email") gin_trgm_ops);--> statement-breakpoint
-- Pages of the catalogue are kept by its version: other synonyms find other offers.
CREATE TRIGGER search_synonym_inserted AFTER INSERT ON search_synonym REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
--> statement-breakpoint
CREATE TRIGGER search_synonym_updated AFTER UPDATE ON search_synonym REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
--> statement-breakpoint
CREATE TRIGGER search_synonym_deleted AFTER DELETE ON search_synonym REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
