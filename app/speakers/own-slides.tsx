import { m } from '#app/messages/compiled/messages.js';
import { SLIDES_RELEASES, type SlidesRelease } from '#app/model/speakers.ts';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { OwnPart } from '#db/speakers/read-own.ts';
import { RELEASE_WORDS, sizeWords } from './words.ts';

interface OwnSlidesProps {
  session: Pick<OwnPart, 'attendanceId' | 'slides' | 'roles'>;
  path: string;
  fault: string | undefined;
}

/** The slides of one session: what is there, who may have it, and another file in its place. */
export function OwnSlides({ session: { attendanceId, slides }, path, fault }: OwnSlidesProps) {
  const id = `slides-${attendanceId}`;
  return (
    <details className="spk-f" open={fault !== undefined || slides !== null}>
      <summary>{m.speakers_slides_title()}</summary>
      {slides ? (
        <>
          <p className="spk-f__n">{m.speakers_slides_line({ name: slides.fileName, size: sizeWords(slides.bytes) })}</p>
          <form method="post" action={path} className="row spk-f__r">
            <input type="hidden" name="session" value={attendanceId} />
            <Release id={`f-release-${id}`} value={slides.release} />
            <SubmitButton name="intent" value="release" look="line">
              {m.speakers_slides_release_save()}
            </SubmitButton>
            <SubmitButton name="intent" value="remove-slides" look="quiet" icon="trash">
              {m.speakers_slides_remove()}
            </SubmitButton>
          </form>
        </>
      ) : null}
      <form method="post" action={path} encType="multipart/form-data" className="stack">
        <input type="hidden" name="session" value={attendanceId} />
        <Field
          type="file"
          name="slides"
          id={`f-${id}`}
          label={m.speakers_slides_file()}
          hint={m.speakers_slides_hint()}
          accept=".pdf,.pptx,.odp"
          error={fault}
        />
        {slides ? (
          <input type="hidden" name="release" value={slides.release} />
        ) : (
          <Release id={`f-new-release-${id}`} value="with_minutes" />
        )}
        <div>
          <SubmitButton name="intent" value="slides" look="line">
            {slides ? m.speakers_slides_replace() : m.speakers_slides_send()}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}

function Release({ id, value }: { id: string; value: SlidesRelease }) {
  return (
    <Field as="select" name="release" id={id} label={m.speakers_slides_release()} defaultValue={value}>
      {SLIDES_RELEASES.map((release) => (
        <option key={release} value={release}>
          {RELEASE_WORDS[release]()}
        </option>
      ))}
    </Field>
  );
}
