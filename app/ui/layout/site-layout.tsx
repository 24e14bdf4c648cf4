import { Outlet, useMatches } from 'react-router';
import { SiteFrame } from './site-frame.tsx';

/** Every page between masthead and footer, but those that fill the screen (`handle.bare`), like the live meeting. */
export default function SiteLayout() {
  const bare = useMatches().some((match) => (match.handle as { bare?: boolean } | undefined)?.bare);
  if (bare) return <Outlet />;
  return (
    <SiteFrame>
      <Outlet />
    </SiteFrame>
  );
}
