-- The name of a commune as it is compared: without case, accents, hyphens and apostrophes, «St» written out. Named in full
-- as in 0007, so that an index can rest on it.
CREATE FUNCTION commune_key(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
  SELECT regexp_replace(regexp_replace(btrim(regexp_replace(public.folded(name), '[^a-z0-9]+', ' ', 'g')), '\mst\M', 'saint', 'g'), '\mste\M', 'sainte', 'g')
$$;--> statement-breakpoint
DROP INDEX "commune_named";--> statement-breakpoint
CREATE INDEX "commune_named" ON "commune" USING btree (commune_key("name") text_pattern_ops);
