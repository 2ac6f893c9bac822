export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#0b7a5e" />
      <path d="M7 16.5h18a9 9 0 0 1-18 0Z" fill="#fff" />
      <path
        d="M11.5 12.6c-1.3-1.6 1.3-2.6 0-4.4M16 12.6c-1.3-1.6 1.3-2.6 0-4.4M20.5 12.6c-1.3-1.6 1.3-2.6 0-4.4"
        stroke="#ffb36b"
        strokeWidth="1.9"
        fill="none"
        strokeLinecap="round"
      />
    </svg>
  );
}
