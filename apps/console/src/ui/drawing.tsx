/** Small line drawings for empty and failed states, in the tokens' colours. */
const drawings = {
  bowl: (
    <>
      <path className="d-fill" d="M18 50h76a38 30 0 0 1-76 0Z" />
      <path className="d-line" d="M18 50h76a38 30 0 0 1-76 0ZM10 50h92M42 84h28" />
      <path className="d-soft" d="M42 38c-5-6 5-9 0-16M56 38c-5-6 5-9 0-16M70 38c-5-6 5-9 0-16" />
    </>
  ),
  search: (
    <>
      <circle className="d-fill" cx="50" cy="44" r="26" />
      <circle className="d-line" cx="50" cy="44" r="26" />
      <path className="d-line" d="m69 63 22 22" />
      <path className="d-soft" d="M38 44h24M50 32v24" transform="rotate(45 50 44)" />
    </>
  ),
  calm: (
    <>
      <path className="d-fill" d="M28 60a28 28 0 0 1 56 0v8H28Z" />
      <path className="d-line" d="M20 68h72M28 68v-8a28 28 0 0 1 56 0v8M56 32v-8M44 84h24" />
      <path className="d-soft" d="m44 56 9 9 17-17" />
    </>
  ),
  unplugged: (
    <>
      <rect className="d-fill" x="14" y="34" width="34" height="34" rx="9" />
      <path
        className="d-line"
        d="M14 43a9 9 0 0 1 9-9h16a9 9 0 0 1 9 9v16a9 9 0 0 1-9 9H23a9 9 0 0 1-9-9ZM48 44h12M48 58h12M98 51H82"
      />
      <path className="d-line" d="M82 36v30c-8 0-12-6-12-15s4-15 12-15Z" />
      <path className="d-soft" d="m60 22 6 8M74 18v9M88 22l-6 8" />
    </>
  ),
} as const;

export function Drawing({ name }: { name: keyof typeof drawings }) {
  return (
    <svg className="drawing" viewBox="0 0 112 96" width="112" height="96" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
