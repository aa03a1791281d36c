CREATE TABLE "catalogue_mark" (
	"place" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mark" uuid NOT NULL
);
--> statement-breakpoint
-- Any mark that no other writer holds, or one more: nobody waits here, however long a transaction lasts.
CREATE FUNCTION draw_catalogue_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM changed) THEN
    RETURN NULL;
  END IF;
  UPDATE catalogue_mark SET mark = gen_random_uuid()
    WHERE place = (SELECT place FROM catalogue_mark LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED);
  IF NOT FOUND THEN
    INSERT INTO catalogue_mark (mark) VALUES (gen_random_uuid());
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER public_offer_inserted AFTER INSERT ON public_offer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
--> statement-breakpoint
CREATE TRIGGER public_offer_updated AFTER UPDATE ON public_offer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
--> statement-breakpoint
CREATE TRIGGER public_offer_deleted AFTER DELETE ON public_offer REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
--> statement-breakpoint
CREATE TRIGGER vocabulary_term_inserted AFTER INSERT ON vocabulary_term REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
--> statement-breakpoint
CREATE TRIGGER vocabulary_term_updated AFTER UPDATE ON vocabulary_term REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
--> statement-breakpoint
CREATE TRIGGER vocabulary_term_deleted AFTER DELETE ON vocabulary_term REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION draw_catalogue_mark();
