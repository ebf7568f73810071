import { memo, type ReactNode, type RefObject } from 'react';
import { mapMessages as say } from '../../src/messages/map.ts';
import type { MapView } from './mapView.ts';

/** A button or a key zooms by this much. */
export const ZOOM = 2;

/** Zooming, the whole map, and the steps around the playhead. */
export const MapControls = memo(function MapControls({
  view,
  isAtSteps,
  group,
}: {
  view: MapView;
  isAtSteps: boolean;
  group: RefObject<HTMLDivElement | null>;
}) {
  return (
    <div className="map-controls" role="group" aria-label={say.view} ref={group}>
      <Control name={say.zoomIn} keyName="+" onClick={() => view.zoom(ZOOM, 'middle')}>
        <path d="M10 4.5v11M4.5 10h11" />
      </Control>
      <Control name={say.zoomOut} keyName="−" onClick={() => view.zoom(1 / ZOOM, 'middle')}>
        <path d="M4.5 10h11" />
      </Control>
      <Control name={say.whole} keyName="0" onClick={() => view.whole()}>
        <path d="M7.5 4.5h-3v3M12.5 4.5h3v3M7.5 15.5h-3v-3M12.5 15.5h3v-3" />
      </Control>
      <Control name={say.steps} keyName="Z" pressed={isAtSteps} onClick={() => view.toggleSteps()}>
        <path d="M4.5 15 8 7.5M9.9 7.6l2.9 3M14.6 9.8 16.5 5" />
        <circle cx="8.7" cy="6.2" r="1.5" />
        <circle cx="13.9" cy="11.7" r="1.5" />
      </Control>
    </div>
  );
});

function Control(props: {
  name: string;
  keyName: string;
  pressed?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={props.name}
      title={say.withKey(props.name, props.keyName)}
      aria-pressed={props.pressed}
      onClick={props.onClick}
    >
      <svg className="icon" aria-hidden="true" width="20" height="20" viewBox="0 0 20 20">
        {props.children}
      </svg>
    </button>
  );
}
