import { z } from "zod";
import { isVisible } from "./characters";
import { line } from "./fields";

/**
 * Dots of other scripts, which browsers read as dots in an address (UTS 46), and one that only
 * looks like it.
 */
const dots = /[\u3002\uff0e\uff61\u2024\ufe52\u0701\u0702\u06d4]/g;
/**
 * Endings of addresses that strangers are sent to; countries' and the common ones. Not «Leclerc»,
 * which is one too.
 */
const endings =
  "com|net|org|info|biz|eu|int|gov|edu|mil|mobi|name|pro|asia|xyz|top|club|online|site|" +
  "website|web|app|dev|page|link|click|icu|live|shop|store|tech|space|vip|work|bond|buzz|cfd|" +
  "sbs|lat|cyou|fun|life|world|today|email|cloud|digital|agency|host|press|news|blog|media|" +
  "group|support|help|services|center|paris|bzh|alsace|corsica|zip|mov|a[c-gilmoq-uwxz]|" +
  "b[abd-jmnorstvwyz]|c[acdf-ik-oruvwx-z]|d[ejkmoz]|e[cegr-u]|f[ijkmor]|g[abd-ilmnp-uwy]|" +
  "h[kmnrtu]|i[del-oq-t]|j[emop]|k[eghimnprwyz]|l[abcikr-vy]|m[acdeghk-z]|n[acefgilopruz]|om|" +
  "p[aefghk-nrstwy]|qa|r[eosuw]|s[a-eg-or-vx-z]|t[cdfghj-ortvwz]|u[agksyz]|v[aceginu]|w[fs]|" +
  "y[et]|z[amw]";
const addresses = [
  // http://, //, mailto: and their kin, whatever letters they are written with.
  /:\s*[/\\]|[/\\]\s*[/\\]/u,
  /(?<![\p{L}\p{N}])(?:h..ps?|ftp|mailto|javascript|data|tel|sms|callto|skype|whatsapp)\s*:/iu,
  /(?<![\p{L}\p{N}])www\d?\s*\./iu,
  // name@somewhere, written out or not.
  /[^\s@]@[^\s@]*\./u,
  /[^\s@]\s*[([{]\s*(?:at|dot|point|arobase|\.|@)\s*[)\]}]/iu,
  // name.com, « .com», name.com/path; «C.H.R.U.» and «J.-P.» are none.
  new RegExp(
    `(?<=[\\p{L}\\p{N}-]{2}|(?<![\\p{L}\\p{N}.-])[\\p{L}\\p{N}]|^|[^\\p{L}\\p{N}.])\\.(?:${endings})(?![\\p{L}\\p{N}]|\\.\\p{L})`,
    "iu",
  ),
  // 192.0.2.1
  /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/u,
  // Letters of two scripts in one word: what it reads as is not what it is.
  /\p{Script=Latin}[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][\p{L}\p{M}]*\p{Script=Latin}/u,
];

/** Whether a name would be read as an address, by people or by their mail program. */
export function containsAddress(text: string): boolean {
  // Compatibility forms read as what they stand for; what is invisible does not hide anything.
  const plain = text
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(dots, ".")
    .normalize("NFKC")
    .replaceAll(dots, ".");
  return addresses.some((address) => address.test(plain));
}

/**
 * The name or the function of a person or of a structure: one line, without an address. It is shown
 * to others, and must not lead them anywhere. What nobody sees of it is left out.
 * @param what the field with its article, as it begins a sentence: «Le prénom»
 */
export function nameLine(max: number, what: string) {
  return z
    .string()
    .superRefine((text, context) => {
      const refuse = (message: string) => context.addIssue({ code: "custom", message });
      if (/[\n\v\f\r\u0085\u2028\u2029]/.test(text.trim())) refuse(`${what} tient sur une ligne.`);
      else if (text.trim() !== "" && !isVisible(text))
        refuse(`${what} ne contient aucun caractère visible.`);
      else if (containsAddress(text)) {
        refuse(
          `${what} ne peut pas contenir d’adresse web ou email. Si un point suit une ` +
            "abréviation, ajoutez une espace après lui.",
        );
      }
    })
    .transform((text) => text.replaceAll(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, ""))
    .pipe(line(max, what));
}
