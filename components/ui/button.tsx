import type { ComponentProps } from "react";
import { Link, type LinkProps } from "./link";
import { LinkPending } from "./link-pending";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const shape =
  "inline-flex min-h-12 items-center justify-center gap-2 rounded py-2.5 " +
  "text-center text-base font-semibold wrap-anywhere no-underline transition-colors " +
  "disabled:cursor-progress disabled:opacity-70";

const variants: Record<ButtonVariant, string> = {
  primary: "px-5 border border-transparent bg-accent text-surface hover:bg-accent-strong",
  secondary: "px-5 border border-accent bg-surface text-accent hover:bg-accent-soft",
  quiet: "px-2 text-accent underline underline-offset-4 hover:bg-accent-soft",
  danger: "px-5 border border-danger bg-surface text-danger hover:bg-danger-soft",
};

export function buttonClass(variant: ButtonVariant = "primary", more = ""): string {
  return `${shape} ${variants[variant]} ${more}`;
}

/** A native button. In an ActionForm take SubmitButton, which knows that the form is on its way. */
export function Button({
  variant = "primary",
  className = "",
  type = "submit",
  ...rest
}: ComponentProps<"button"> & { variant?: ButtonVariant }) {
  return <button type={type} className={buttonClass(variant, className)} {...rest} />;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink<Address>({
  variant = "primary",
  className = "",
  children,
  ...rest
}: LinkProps<Address> & { variant?: ButtonVariant }) {
  return (
    <Link className={buttonClass(variant, className)} {...rest}>
      {children}
      <LinkPending />
    </Link>
  );
}
