import { Link } from "@tanstack/react-router";

/** The parts of Change, one beside the other. */
export function ChangeNav() {
  return (
    <nav className="parts-nav" aria-label="What you can change">
      <Link to="/change/shoes">Shoes</Link>
      <Link to="/change/surfaces">Surfaces</Link>
      <Link to="/change/posture">Posture</Link>
      <Link to="/change/pace">Pace and steps</Link>
      <Link to="/change/what-if" search={{ of: "weeks" }} activeOptions={{ includeSearch: false }}>What if</Link>
    </nav>
  );
}
