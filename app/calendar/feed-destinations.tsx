import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { CopyLine } from '#app/ui/copy-line.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';

/** Step 2: one way into each calendar. `address` is the whole https address; `download` false: it is no file to keep. */
export function FeedDestinations({ address, name, download = true }: { address: string; name: string; download?: boolean }) {
  const outlook = (host: string) => `https://${host}/calendar/0/addfromweb?${new URLSearchParams({ url: address, name })}`;
  return (
    <>
      <div className="dest">
        <Destination look="btn" icon="device-mobile" href={address.replace(/^https?:/, 'webcal:')} why={m.calendar_dest_device_why()}>
          {m.calendar_dest_device()}
        </Destination>
        <Destination icon="envelope-open" href={outlook('outlook.office.com')} why={m.calendar_dest_outlook_why()} newTab>
          {m.calendar_dest_outlook()}
        </Destination>
        <Destination icon="envelope-open" href={outlook('outlook.live.com')} why={m.calendar_dest_outlook_home_why()} newTab>
          {m.calendar_dest_outlook_home()}
        </Destination>
        <Destination icon="calendar-blank" href={GOOGLE} why={m.calendar_dest_google_why()} newTab>
          {m.calendar_dest_google()}
        </Destination>
        {download ? (
          <Destination icon="download-simple" href={address} why={m.calendar_dest_download_why()} file>
            {m.calendar_dest_download()}
          </Destination>
        ) : null}
      </div>
      <CopyLine id="feed-address" label={m.calendar_address()} value={address} />
    </>
  );
}

// Its own "From URL" page: the shortcut that adds a calendar at once fails on Android.
const GOOGLE = 'https://calendar.google.com/calendar/u/0/r/settings/addbyurl';

interface DestinationProps {
  look?: string;
  icon: IconName;
  href: string;
  why: string;
  newTab?: boolean;
  file?: boolean;
  children: ReactNode;
}

function Destination({ look = 'btn btn--line', icon, href, why, newTab, file, children }: DestinationProps) {
  return (
    <a className={look} href={href} {...(newTab && { target: '_blank', rel: 'noreferrer' })} {...(file && { download: '' })}>
      <Icon name={icon} />
      <span>
        {children}
        {newTab ? <span className="vh"> ({m.calendar_dest_new_tab()})</span> : null}
        <small>{why}</small>
      </span>
    </a>
  );
}
