import type { Config } from "tailwindcss";

/** The portal's tokens. Contrast of every text colour on the tint it is used on is at least 4.5. */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    extend: {
      colors: {
        ink: "#16242b",
        muted: "#4d5f68",
        line: "#d3dcde",
        control: "#71828a",
        surface: "#ffffff",
        canvas: "#f4f7f6",
        // The agency's colour (AGENCY_ACCENT) and what derives from it; see app/layout.tsx and
        // globals.css.
        accent: {
          DEFAULT: "var(--accent)",
          strong: "var(--accent-strong)",
          soft: "var(--accent-soft)",
        },
        success: { DEFAULT: "#17603a", soft: "#e6f4ec" },
        warning: { DEFAULT: "#744600", soft: "#fdf2dc" },
        danger: { DEFAULT: "#a8201a", soft: "#fdecea" },
        info: { DEFAULT: "#1b4a80", soft: "#e8f0fa" },
      },
      fontFamily: { sans: ["var(--font-portal)", "system-ui", "sans-serif"] },
      fontSize: {
        sm: ["0.9375rem", "1.375rem"],
        base: ["1.0625rem", "1.625rem"],
        lg: ["1.25rem", "1.75rem"],
        xl: ["1.5rem", "2rem"],
        "2xl": ["1.875rem", "2.375rem"],
        "3xl": ["2.375rem", "2.75rem"],
        "4xl": ["3rem", "3.375rem"],
      },
      maxWidth: { page: "76rem", text: "44rem" },
      borderRadius: { DEFAULT: "0.5rem", lg: "0.875rem" },
      boxShadow: {
        card: "0 1px 2px rgb(22 36 43 / 0.06), 0 6px 20px rgb(22 36 43 / 0.05)",
        float: "0 2px 6px rgb(22 36 43 / 0.12), 0 16px 48px rgb(22 36 43 / 0.18)",
      },
      keyframes: { appear: { from: { opacity: "0" } }, turn: { to: { rotate: "360deg" } } },
      animation: {
        appear: "appear 150ms ease-out 200ms backwards",
        "appear-spin": "appear 150ms ease-out 200ms backwards, turn 800ms linear infinite",
      },
    },
  },
} satisfies Config;
