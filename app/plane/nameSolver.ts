import { freePlaceBeside, type Box, type Ink } from './labelSolver.ts';
import { placeNames, type Column, type Named, type NameSize, type PlacedName } from './nameColumn.ts';

/** Pixels between a marker and a name beside it, and one that is led to. */
const GAP = 7;
const LEADS = [26, 44, 66, 92];
/** So many points this close to one of them, in pixels, have their names in a column. */
const CROWD = 4;
const NEAR = 22;
/** Those of a column of the frame before, this close. */
const STILL_NEAR = 34;
/** A column, or a name that was left out, comes to a place only with so much room: else it would flicker. */
const ROOM = 3;
/** Gives names their places, frame after frame. */
export interface NameSolver {
  /**
   * Places names so that none covers another, a marker or an obstacle, and none leaves the frame. A name stays where it
   * was while it can; many that gather stand in a column, led to their points. What has no place is missing.
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

/** Frames that a name waits for its place while its point moves. */
const PATIENCE = 18;

export function createNameSolver(): NameSolver {
  /** Of the frame before, by id: the place beside its point, and whether it stood in a column or was left out. */
  let sides = new Map<number, number>();
  let gathered = new Map<number, Column>();
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
      const groups = groupsOf(points, ({ id }) => gathered.has(id));

      const placeAlone = (point: Named) => {
        const { id, x, y, width } = point;
        const box = { width, height: size.height };
        const kept = sides.get(id);
        const waited = missing.get(id) ?? 0;
        const margin = waited > 0 && point.priority === 0 ? ROOM : 0;
        const waits = isMoving && kept !== undefined && point.priority === 0 && waited < PATIENCE;
        const free = freePlaceBeside(
          x,
          y,
          { width: box.width + 2 * margin, height: box.height + 2 * margin },
          size.radius + GAP - margin,
          taken,
          frame,
          { kept, ink, ...(waits ? { order: [kept] } : {}) },
        );
        const side = free?.place ?? kept;
        if (side !== undefined) nextSides.set(id, side);
        if (!free) return;
        const name = { x: free.x + margin, y: free.y + margin, ...box, leader: null };
        placed.set(id, name);
        taken.push(name);
      };

      const placeColumn = (crowd: readonly Named[]) => {
        const known = crowd.map(({ id }) => gathered.get(id)).find((column) => column !== undefined);
        const column = placeNames(crowd, known ?? null, taken, frame, size, isMoving);
        for (const { id } of crowd) nextGathered.set(id, column);
        for (const [id, name] of column.names) {
          placed.set(id, name);
          taken.push(name);
        }
      };

      const alone = groups.filter((group) => group.length < CROWD).flat();
      const byPriority = (a: Named, b: Named) => b.priority - a.priority;
      for (const point of alone.filter(({ priority }) => priority > 0).sort(byPriority)) placeAlone(point);
      for (const group of groups) if (group.length >= CROWD) placeColumn(group);
      for (const point of points) {
        if (point.priority === 0 || placed.has(point.id)) continue;
        const box = { width: point.width, height: size.height };
        const name = ledTo(point, box, size.radius, taken, frame, sides.get(point.id));
        if (!name) continue;
        placed.set(point.id, name);
        taken.push(name);
      }
      for (const point of alone) if (point.priority === 0) placeAlone(point);

      sides = nextSides;
      gathered = nextGathered;
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

/** A place further off, for a name that must not be missing. */
function ledTo(
  { x, y }: Named,
  box: Pick<Box, 'width' | 'height'>,
  radius: number,
  taken: readonly Box[],
  frame: Pick<Box, 'width' | 'height'>,
  kept: number | undefined,
): PlacedName | null {
  for (const gap of LEADS) {
    const free = freePlaceBeside(x, y, box, radius + gap, taken, frame, { kept });
    if (free) return { x: free.x, y: free.y, ...box, leader: edgeTowards(free, x, y) };
  }
  return null;
}

/** The point of a box's outline that a line from a point comes to. */
function edgeTowards({ x, y, width, height }: Box, fromX: number, fromY: number): [number, number] {
  return [Math.min(x + width, Math.max(x, fromX)), Math.min(y + height, Math.max(y, fromY))];
}
