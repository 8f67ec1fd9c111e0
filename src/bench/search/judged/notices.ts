import { nameOfMonth } from './month.ts';
import { STORIES, type Story } from './stories.ts';

/** Small news of the same places, things and months as the stories, which nobody wants who asks for these. */

/** A notice: how many months after the story it was printed, its headline and its text. */
interface Notice {
  months: number;
  title: string;
  text: string;
}

/** What is printed of a place all year. */
export function noticesOf({ place, day, subject, person }: Story, at: number): Notice[] {
  const month = nameOfMonth(day.slice(0, 7));
  const surname = person.split(' ').at(-1);
  const other = STORIES[(at + 11) % STORIES.length]?.subject ?? subject;
  return [
    {
      months: 1,
      title: `Fair at ${place} draws a crowd`,
      text: `The fair, put off since ${month}, had swings, a ${other} of sugar and a prize for the best cheese.`,
    },
    {
      months: 2,
      title: `Winter timetable for ${place}`,
      text: `Boats leave at seven and at four. The timetable of ${month} no longer holds.`,
    },
    {
      months: 3,
      title: `Choir of ${place} sings in the capital`,
      text: `Forty voices sang for an hour. A ${surname} of another family leads the altos.`,
    },
    {
      months: 4,
      title: `Model ${subject} wins first prize`,
      text: `A boy of nine built the ${subject} of matches. It is shown at ${STORIES[(at + 5) % STORIES.length]?.place}.`,
    },
    {
      months: 6,
      title: `${place} gets a new clock`,
      text: `It strikes the quarters, and was paid for by subscription. The old one had stopped in ${month}.`,
    },
    {
      months: 8,
      title: `Film of a ${subject} is shown again`,
      text: `The picture house has it for a week. Seats cost what they cost in ${month}.`,
    },
  ];
}
