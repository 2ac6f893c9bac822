import { CalendarOutlined, LeftOutlined, RightOutlined } from "@ant-design/icons";
import { chinaDay, chinaWeekday, day as dayLength } from "@sanqi/kernel";
import { Button } from "antd";
import { useSay } from "../../ui/language.tsx";
import { weekdayWords } from "../../ui/weekdays.ts";

/** Noon in China of a day: safely inside it, whatever is added. */
const noonOf = (day: string) => Date.parse(`${day}T12:00:00+08:00`);

type Props = { day: string; today: string; onChange: (day: string) => void };

/** One day back, one day on, or any from the browser's own calendar, which lies unseen over our words. */
export function DayPicker({ day, today, onChange }: Props) {
  const say = useSay();
  const weekday = weekdayWords[chinaWeekday(noonOf(day)) - 1];
  const [, month = "", date = ""] = day.split("-");
  const shift = (days: number) => onChange(chinaDay(noonOf(day) + days * dayLength));
  return (
    <div className="day-picker">
      <Button
        type="text"
        icon={<LeftOutlined />}
        onClick={() => shift(-1)}
        aria-label={say("前一天", "The day before")}
      />
      <span className="day-words">
        <CalendarOutlined />
        {day === today && <strong>{say("今天", "Today")}</strong>}
        <span className="figures">{say(`${Number(month)}月${Number(date)}日`, `${month}-${date}`)}</span>
        {weekday && say(weekday)}
        <input
          type="date"
          value={day}
          max={today}
          required
          aria-label={say("日期", "Day")}
          onClick={(event) => event.currentTarget.showPicker()}
          onChange={(event) => event.target.value && onChange(event.target.value)}
        />
      </span>
      <Button
        type="text"
        icon={<RightOutlined />}
        disabled={day >= today}
        onClick={() => shift(1)}
        aria-label={say("后一天", "The day after")}
      />
    </div>
  );
}
