import { type Chance } from "@/db/seed/mass/chance";

/** What no form of ours sends: each was a fault somewhere once, in this portal or another. */
export const hostile: readonly string[] = [
  "", " ", "\u0000", "a\u0000b", "\ud800", "\udfff\ud800", "\ufeff", "\u202e\u2066", "\u200b", "é".normalize("NFD"), "👩‍⚕️".repeat(50), "İı", "\r\n\t\v\f", "\\u0000", "%00", "%", "%zz", "%2e%2e%2f",
  "-".repeat(36), "0".repeat(36), "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "01890a5d-ac96-774b-bcce-b302099a805", "01890A5D-AC96-774B-BCCE-B302099A8057", "{01890a5d-ac96-774b-bcce-b302099a8057}",
  "-1", "0", "-0", "1e999", "1e9", "NaN", "Infinity", "2147483647", "2147483648", "-2147483649", "9007199254740993", "9223372036854775808", "99999999999999999999", "0x10", "1.5", "١٢", "1_000", "1,5", "+5",
  "99999-13-45", "2026-02-30", "0000-00-00", "-000001-01-01", "+275760-09-13", "275760-09-14", "2026-13-01", "2026-11-28T99:99:99Z", "infinity", "epoch", "now",
  "on", "true", "null", "undefined", "[object Object]", "[]", "{}", "[1]", '{"a":1}', "[".repeat(5000), "__proto__", "constructor", "toString", "hasOwnProperty",
  "' or 1=1 --", "'; drop table offer; --", "\\", "\\'", "%_%", "$1", "{{7*7}}", "${7*7}", "<script>alert(1)</script>", "../../etc/passwd", "//evil.example", "/..//evil.example", "javascript:alert(1)", "file:///etc/passwd",
  "a".repeat(300), "a".repeat(5000), "a ".repeat(3000), "(".repeat(2000), "\n".repeat(5000), "*".repeat(1000), "a@".repeat(500), "1".repeat(1000), "&".repeat(1000), "|", "!", ":*", "a:*b", "<->", "'", '"', "«", "’",
];

/** What people send, so that a payload gets past the first field. */
export const plausible: readonly string[] = [
  "Prévention du tabac", "Collège Jean-Moulin", "12 rue des Écoles", "54000", "88160", "88000", "54395", "Nancy", "03 83 00 00 00", "claire@exemple.fr", "Infirmière", "5", "1", "2026", "2027", "2026-12-24", "2027-03-01",
  "Prevention2", "3:monday-am", "3", "4", "12", "lodging", "catering", "next", "back", "later", "check", "upload", "overwrite:", "pickSite", "copy", "save", "Bonjour, pourriez-vous préciser ?", "# Titre\n\nTexte **gras** [lien](https://ars.sante.fr)",
  "M", "Mme", "54", "2A", "pertinence", "proches", "monday-am", "tab", "csv", "xlsx", "accueil", "themes", "daily", "never", "atOnce",
];

/** Draws one value for a field: mostly one that may be right, sometimes one that cannot. */
export function drawValue(chance: Chance, known: readonly string[]): string {
  if (chance.isSo(0.45) && known.length > 0) return chance.pick(known);
  if (chance.isSo(0.5)) return chance.pick(plausible);
  const value = chance.pick(hostile);
  return chance.isSo(0.1) ? value + chance.pick(hostile).slice(0, 200) : value;
}
