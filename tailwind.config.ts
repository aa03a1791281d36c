import type { Config } from "tailwindcss";

/** The portal's tokens; app/tokens.css has the values, by day and by night. */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    extend: {
      colors: {
        ink: "var(--ink)",
        muted: "var(--muted)",
        line: "var(--line)",
        control: "var(--control)",
        surface: "var(--surface)",
        canvas: "var(--canvas)",
        accent: {
          DEFAULT: "var(--accent-drawn)",
          strong: "var(--accent-strong)",
          soft: "var(--accent-soft)",
        },
        success: { DEFAULT: "var(--success)", soft: "var(--success-soft)" },
        warning: { DEFAULT: "var(--warning)", soft: "var(--warning-soft)" },
        danger: { DEFAULT: "var(--danger)", soft: "var(--danger-soft)" },
        info: { DEFAULT: "var(--info)", soft: "var(--info-soft)" },
      },
      fontFamily: {
        sans: ["Atkinson Hyperlegible Next", "Arial as wide", "system-ui", "sans-serif"],
      },
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
