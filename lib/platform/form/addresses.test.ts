import { expect, it } from "vitest";
import { settleAddresses } from "./addresses";

const typed = "paul@gmial.com";

it.each([
  ["asks once", { email: typed, "$kept:email": "" }, typed, true],
  ["takes it when it is sent again", { email: typed, "$kept:email": typed }, typed, false],
  ["asks again of another", { email: typed, "$kept:email": "anne@gmial.com" }, typed, true],
  [
    "corrects it where the box is ticked",
    { email: typed, "$kept:email": typed, "$take:email": "paul@gmail.com" },
    "paul@gmail.com",
    false,
  ],
  ["takes no other", { email: typed, "$kept:email": typed, "$take:email": "x@y.fr" }, typed, false],
  ["does not ask a form that cannot", { email: typed }, typed, false],
  ["asks nothing of a right one", { email: "a@ars.fr", "$kept:email": "" }, "a@ars.fr", false],
] as const)("%s", (_name, sent, email, asks) => {
  const { values, doubts } = settleAddresses(sent);
  expect(values).toEqual({ email });
  expect("email" in doubts).toBe(asks);
});
