CREATE TABLE "revision_facts" (
	"revision_id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"department" text NOT NULL,
	"places" integer NOT NULL,
	"theme_ids" uuid[] NOT NULL,
	"audience_ids" uuid[] NOT NULL,
	"slots" smallint[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "revision_facts" ADD CONSTRAINT "revision_facts_revision_id_offer_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."offer_revision"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- The SQL twin of slotNumber in lib/offer/availability.ts: calendar month × 14 + half-day, of slots such as '3:monday-am'.
CREATE FUNCTION slot_numbers(availability jsonb) RETURNS smallint[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(number ORDER BY number), '{}')
  FROM (
    SELECT (split_part(slot, ':', 1)::int * 14 + array_position(ARRAY['monday-am', 'monday-pm', 'tuesday-am', 'tuesday-pm', 'wednesday-am',
      'wednesday-pm', 'thursday-am', 'thursday-pm', 'friday-am', 'friday-pm', 'saturday-am', 'saturday-pm', 'sunday-am', 'sunday-pm'],
      split_part(slot, ':', 2)) - 1)::smallint AS number
    FROM jsonb_array_elements_text(availability) slot
  ) numbers
$$;
--> statement-breakpoint
-- Terms as they are read today: one that was merged counts as what it was merged into (docs/decisions/0010-vocabularies.md).
CREATE FUNCTION ids_of(list jsonb) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT coalesce(term.merged_into_id, named.text::uuid)), '{}')
  FROM jsonb_array_elements_text(list) named (text) LEFT JOIN vocabulary_term term ON term.id = named.text::uuid
$$;
--> statement-breakpoint
CREATE FUNCTION note_revision_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO revision_facts (revision_id, title, department, places, theme_ids, audience_ids, slots)
  VALUES (NEW.id, NEW.content->>'title', NEW.content->'site'->>'department', (NEW.content->>'places')::int,
    ids_of(NEW.content->'themeIds'), ids_of(NEW.content->'audienceIds'), slot_numbers(NEW.content->'availability'))
  ON CONFLICT (revision_id) DO UPDATE
  SET (title, department, places, theme_ids, audience_ids, slots)
    = (excluded.title, excluded.department, excluded.places, excluded.theme_ids, excluded.audience_ids, excluded.slots);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER offer_revision_facts AFTER INSERT OR UPDATE OF content ON offer_revision FOR EACH ROW EXECUTE FUNCTION note_revision_facts();
--> statement-breakpoint
INSERT INTO revision_facts (revision_id, title, department, places, theme_ids, audience_ids, slots)
SELECT id, content->>'title', content->'site'->>'department', (content->>'places')::int, ids_of(content->'themeIds'), ids_of(content->'audienceIds'), slot_numbers(content->'availability')
FROM offer_revision;
--> statement-breakpoint
CREATE INDEX "offer_listed" ON "offer" USING btree ("campaign","validation","id","current_revision_id") WHERE deleted_at is null and current_revision_id is not null;--> statement-breakpoint
CREATE INDEX "offer_revision_history" ON "offer_revision" USING btree ("offer_id","number","submitted_at","decided_at","decision","minor");--> statement-breakpoint
CREATE INDEX "revision_facts_themes" ON "revision_facts" USING gin ("theme_ids");--> statement-breakpoint
CREATE INDEX "revision_facts_audiences" ON "revision_facts" USING gin ("audience_ids");--> statement-breakpoint
CREATE INDEX "revision_facts_slots" ON "revision_facts" USING gin ("slots");