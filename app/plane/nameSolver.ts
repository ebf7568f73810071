import { freePlaceBeside, type Box, type Ink } from './labelSolver.ts';
import { leadName, type Lead } from './nameLead.ts';
import { crosses, type Line } from './leaderLine.ts';
import { placeNames, type Column, type Named, type NameSize, type PlacedName } from './nameColumn.ts';

/** Pixels between a marker and a name beside it. */
const GAP = 7;
/** So many points this close to one of them, in pixels, have their names in a column. */
const CROWD = 4;
const NEAR = 22;
/** Those of a column of the frame before, this close. */
const STILL_NEAR = 34;
/** A name that stood elsewhere or was left out comes to a place only with so much room: else it would flicker. */
const ROOM = 3;

/** Gives names their places, frame after frame. */
export interface NameSolver {
  /**
   * Places names so that none covers another, a marker or an obstacle, and none leaves the frame. A name stays where it
   * was while it can; many that gather stand in a column, and what has no place beside its point stands further off, both
   * led to their points by lines. What has no place there either is missing.
   * @param ink what names had better not cover: paths
   * @param isMoving whether the points are on their way: then a name whose place is taken rather waits for it than jumps
   */
  place(
    points: readonly Named[],
    obstacles: readonly Box[],
    frame: Pick<Box, 'width' | 'height'>,
    size: NameSize,
    ink?: Ink,
    isMoving?: boolean,
  ): ReadonlyMap<number, PlacedName>;
}

/** As ink, a line that leads to a name. */
const LINE_INK = 0.2;
/** Frames that a name waits for its place while its point moves. */
const PATIENCE = 18;

export function createNameSolver(): NameSolver {
  /** Of the frame before, by id: the place beside its point, and whether it stood in a column or was left out. */
  let sides = new Map<number, number>();
  let gathered = new Map<number, Column>();
  let leads = new Map<number, Lead>();
  /** Names that are left out, and for how many frames. */
  let missing = new Map<number, number>();

  return {
    place(points, obstacles, frame, size, ink, isMoving = false) {
      const reach = size.radius + 1;
      const taken: Box[] = [
        ...obstacles,
        ...points.map(({ x, y }) => ({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach })),
      ];
      const placed = new Map<number, PlacedName>();
      const nextSides = new Map<number, number>();
      const nextGathered = new Map<number, Column>();
      const nextLeads = new Map<number, Lead>();
      const lines: Line[] = [];
      const groups = groupsOf(points, ({ id }) => gathered.has(id));

      const settle = ({ id, x, y }: Named, name: PlacedName) => {
        placed.set(id, name);
        taken.push(name);
        if (name.leader) lines.push({ from: [x, y], to: name.leader });
      };

      /** A name covers a line to another's no more gladly than a path. */
      const covered: Ink = (box) => (lines.some((line) => crosses(line, box)) ? LINE_INK : (ink?.(box) ?? 0));

      /** On its way a name whose place is taken, of what matters less, is left out for a while. */
      const mayWait = ({ id, priority }: Named) =>
        isMoving && priority === 0 && !leads.has(id) && (missing.get(id) ?? 0) < PATIENCE;

      const placeAlone = (point: Named) => {
        const { id, x, y, width } = point;
        const box = { width, height: size.height };
        const kept = sides.get(id);
        const wasElsewhere = missing.has(id) || leads.has(id);
        const margin = wasElsewhere && point.priority === 0 ? ROOM : 0;
        const waits = kept !== undefined && mayWait(point);
        const free = freePlaceBeside(
          x,
          y,
          { width: box.width + 2 * margin, height: box.height + 2 * margin },
          size.radius + GAP - margin,
          taken,
          frame,
          { kept, ink: covered, ...(waits ? { order: [kept] } : {}) },
        );
        const side = free?.place ?? kept;
        if (side !== undefined) nextSides.set(id, side);
        if (free) settle(point, { x: free.x + margin, y: free.y + margin, ...box, leader: null });
      };

      const placeColumn = (crowd: readonly Named[]) => {
        const known = crowd.map(({ id }) => gathered.get(id)).find((column) => column !== undefined);
        const column = placeNames(crowd, known ?? null, taken, obstacles, frame, size, isMoving);
        for (const point of crowd) {
          nextGathered.set(point.id, column);
          const name = column.names.get(point.id);
          if (name) settle(point, name);
        }
      };

      const lead = (point: Named, room: number) => {
        const around = {
          taken,
          frame,
          radius: size.radius,
          lines,
          texts: [...obstacles, ...placed.values()],
        };
        const found = leadName(point, size.height, around, leads.get(point.id), room, point.priority > 0);
        if (!found) return;
        nextLeads.set(point.id, found.lead);
        settle(point, found.name);
      };

      const alone = groups.filter((group) => group.length < CROWD).flat();
      const byPriority = (a: Named, b: Named) => b.priority - a.priority;
      for (const point of alone.filter(({ priority }) => priority > 0).sort(byPriority)) placeAlone(point);
      for (const group of groups) if (group.length >= CROWD) placeColumn(group);
      const isLeft = ({ id }: Named) => !placed.has(id);
      for (const point of points.filter(({ priority }) => priority > 0).filter(isLeft)) lead(point, 0);
      for (const point of alone) if (point.priority === 0) placeAlone(point);
      const hadPlace = ({ id }: Named) => sides.has(id) || gathered.has(id);
      for (const point of points.filter(isLeft)) if (!(hadPlace(point) && mayWait(point))) lead(point, ROOM);

      sides = nextSides;
      gathered = nextGathered;
      leads = nextLeads;
      missing = new Map(
        points.flatMap(({ id }) => (placed.has(id) ? [] : [[id, (missing.get(id) ?? 0) + 1] as const])),
      );
      return placed;
    },
  };
}

/** Points that gather around one of them, first around those that had a column; each in the order of the points. */
function groupsOf(points: readonly Named[], wasGathered: (point: Named) => boolean): Named[][] {
  const left = new Set(points);
  const groups: Named[][] = [];
  for (const seed of points.toSorted((a, b) => Number(wasGathered(b)) - Number(wasGathered(a)))) {
    if (!left.has(seed)) continue;
    const group = [...left].filter((other) => {
      const near = wasGathered(seed) && wasGathered(other) ? STILL_NEAR : NEAR;
      return Math.hypot(other.x - seed.x, other.y - seed.y) <= near;
    });
    for (const member of group) left.delete(member);
    groups.push(group);
  }
  return groups;
}
