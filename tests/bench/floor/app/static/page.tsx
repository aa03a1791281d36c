/** The least the framework can answer with: a page it made while building. */
export default function StaticPage() {
  return <h1>Page</h1>;
}
