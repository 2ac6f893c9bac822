/** A campus at noon: two dormitories, the canteen with its steam, a path between them and a rider on it. */
export function LoginArt() {
  return (
    <svg className="login-art" viewBox="0 0 560 430" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle cx="430" cy="92" r="46" fill="#ffc98a" />
      <path
        d="M-400 296c140-36 300-60 400-26 100-16 180-16 280 16s190 28 280-10c120-30 240-10 400 24v200H-400Z"
        fill="#0a5f4a"
      />
      <path
        d="M-400 340c140-20 280-30 400-4 120-34 210-18 300 2s180 16 260-8c140-30 280 0 400 20v200H-400Z"
        fill="#084c3c"
      />
      <g>
        <rect x="58" y="150" width="92" height="160" rx="8" fill="#e9f5ee" />
        <rect x="164" y="186" width="74" height="126" rx="8" fill="#cfe8db" />
        {[0, 1, 2, 3].map((floor) =>
          [0, 1, 2].map((room) => (
            <rect
              key={`${floor}-${room}`}
              x={74 + room * 24}
              y={168 + floor * 32}
              width="13"
              height="18"
              rx="3"
              fill={(floor + room) % 3 === 0 ? "#ffb36b" : "#7fbfa3"}
            />
          )),
        )}
        {[0, 1, 2].map((floor) =>
          [0, 1].map((room) => (
            <rect
              key={`${floor}-${room}`}
              x={178 + room * 26}
              y={204 + floor * 32}
              width="14"
              height="18"
              rx="3"
              fill="#7fbfa3"
            />
          )),
        )}
      </g>
      <g>
        <path d="M356 232h150v82H356Z" fill="#fff4e6" />
        <path d="M340 236c16-40 166-40 182 0Z" fill="#f08a3c" />
        <rect x="378" y="258" width="34" height="56" rx="5" fill="#f0b57d" />
        <rect x="430" y="256" width="54" height="30" rx="5" fill="#ffd9ae" />
        <path
          d="M400 196c-7-9 7-13 0-24M431 190c-7-9 7-13 0-24M462 196c-7-9 7-13 0-24"
          stroke="#fff4e6"
          strokeWidth="6"
          fill="none"
          strokeLinecap="round"
        />
      </g>
      <path
        d="M104 318c40 66 220 76 298 4"
        stroke="#e9f5ee"
        strokeWidth="5"
        strokeDasharray="2 14"
        strokeLinecap="round"
        fill="none"
      />
      <g transform="translate(228 328)">
        <circle cx="6" cy="40" r="13" fill="none" stroke="#fff" strokeWidth="5" />
        <circle cx="62" cy="40" r="13" fill="none" stroke="#fff" strokeWidth="5" />
        <path
          d="M6 40l20-22h24l12 22M50 18l-4-14h10"
          fill="none"
          stroke="#fff"
          strokeWidth="5"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        <rect x="-10" y="-6" width="30" height="24" rx="5" fill="#ffb36b" />
      </g>
    </svg>
  );
}
