export { Main as default } from "@/components/ui/layout";
