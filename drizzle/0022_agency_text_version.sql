-- Public pages are kept by the version of the catalogue: the agency's own words stand in them.
CREATE TRIGGER agency_text_inserted AFTER INSERT ON agency_text REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
--> statement-breakpoint
CREATE TRIGGER agency_text_updated AFTER UPDATE ON agency_text REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
--> statement-breakpoint
CREATE TRIGGER agency_text_deleted AFTER DELETE ON agency_text REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
