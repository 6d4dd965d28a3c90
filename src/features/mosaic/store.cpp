#include "features/mosaic/store.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace mosaic::store {
namespace {

Mosaic read_mosaic(const db::Row& row) {
    return {.id = row.as<MosaicId>(0),
            .wish = {.picture = row.as<PictureId>(1),
                     .title_en = row.as<std::string>(2),
                     .title_fr = row.as<std::string>(3),
                     .across = row.as<int>(6),
                     .tint = row.as<int>(8)},
            .alt_en = row.as<std::string>(4),
            .alt_fr = row.as<std::string>(5),
            .grid = {row.as<int>(6), row.as<int>(7)},
            .state = row.as<MosaicState>(9),
            .target = row.as<std::string>(10),
            .gathered_to = row.as<VoiceId>(11),
            .gathered = row.integer(12),
            .placed = row.integer(13),
            .changes = row.integer(14),
            .created_at = row.as<base::Instant>(15),
            .created_by = row.as<std::string>(16),
            .shown_at = row.as<std::optional<base::Instant>>(17)};
}

const db::Query<Mosaic(MosaicId)> kFind{R"sql(
    select id, picture_id, title_en, title_fr, alt_en, alt_fr, across, down, tint, state, target, gathered_to, gathered,
           placed, changes, created_at, created_by, shown_at
    from mosaic where id = $1
)sql",
                                        read_mosaic};

const db::Query<Mosaic()> kAll{R"sql(
    select id, picture_id, title_en, title_fr, alt_en, alt_fr, across, down, tint, state, target, gathered_to, gathered,
           placed, changes, created_at, created_by, shown_at
    from mosaic order by id desc
)sql",
                               read_mosaic};

const db::Command<void(MosaicId, PictureId, std::string, std::string, std::string, std::string, int, int, base::Instant,
                       std::string)>
    kInsert{R"sql(
    insert into mosaic (id, picture_id, title_en, title_fr, alt_en, alt_fr, across, down, tint, state, created_at,
                        created_by)
    values ($1, $2, $3, $4, $5, $6, $7, 1, $8, 0, $9, $10)
)sql"};

const db::Command<void(MosaicId, int, int, std::string)> kSaveTarget{
    "update mosaic set across = $2, down = $3, target = $4, state = 1 where id = $1"};
const db::Command<void(MosaicId, VoiceId, std::int64_t)> kSaveGathering{
    "update mosaic set gathered_to = $2, gathered = gathered + $3 where id = $1"};
const db::Command<void(MosaicId, MosaicState)> kSaveState{"update mosaic set state = $2 where id = $1"};
const db::Command<void(MosaicId, base::Instant)> kShow{"update mosaic set state = 3, shown_at = $2 where id = $1"};
const db::Command<void(MosaicId)> kRemoveTiles{"delete from mosaic_tile where mosaic_id = $1"};
const db::Command<void(MosaicId)> kRemoveCells{"delete from mosaic_cell where mosaic_id = $1"};
const db::Command<void(MosaicId)> kRemove{"delete from mosaic where id = $1"};

Photo read_photo(const db::Row& row) {
    return {.voice = row.as<VoiceId>(0),
            .made_of = row.as<std::string>(1),
            .tile = row.as<std::string>(2),
            .quarters = quarters_of(row.text(3)),
            .quarters_text = row.as<std::string>(3)};
}

const db::Query<Photo(VoiceId)> kPhoto{"select voice_id, made_of, tile, quarters from mosaic_photo where voice_id = $1",
                                       read_photo};
const db::Query<Photo(VoiceId, std::int64_t)> kPhotos{
    "select voice_id, made_of, tile, quarters from mosaic_photo where voice_id > $1 order by voice_id limit $2",
    read_photo};
const db::Query<Photo(MosaicId, std::int64_t)> kUnplaced{R"sql(
    select p.voice_id, p.made_of, p.tile, p.quarters from mosaic_photo p
    where not exists (select 1 from mosaic_cell c where c.voice_id = p.voice_id and c.mosaic_id = $1)
    order by p.voice_id limit $2
)sql",
                                                         read_photo};
const db::Command<void(VoiceId, std::string, std::string, std::string)> kSavePhoto{R"sql(
    insert into mosaic_photo (voice_id, made_of, tile, quarters) values ($1, $2, $3, $4)
    on conflict (voice_id) do update set made_of = excluded.made_of, tile = excluded.tile, quarters = excluded.quarters
)sql"};
const db::Command<void(VoiceId)> kRemovePhoto{"delete from mosaic_photo where voice_id = $1"};

const db::Query<CellPhoto(MosaicId, int, int, int)> kCells{
    R"sql(
    select c.cell, c.voice_id, p.tile, p.quarters
    from mosaic_cell c join mosaic_photo p on p.voice_id = c.voice_id
    where c.mosaic_id = $1 and c.cell between $2 and $3 order by c.cell limit $4
)sql",
    db::columns<CellPhoto, int, VoiceId, std::string, std::string>};
const db::Query<int(MosaicId, VoiceId)> kCellOf{"select cell from mosaic_cell where voice_id = $2 and mosaic_id = $1",
                                                [](const db::Row& row) { return row.as<int>(0); }};

struct Standing {
    MosaicId mosaic;
    int cell;
};
const db::Query<Standing(VoiceId)> kStanding{"select mosaic_id, cell from mosaic_cell where voice_id = $1",
                                             db::columns<Standing, MosaicId, int>};

const db::BatchCommand<void(MosaicId, int, VoiceId)> kInsertCells{
    "insert into mosaic_cell (mosaic_id, cell, voice_id) values ($1, $2, $3)"};
const db::Command<void(MosaicId, int, VoiceId)> kInsertCell{
    "insert into mosaic_cell (mosaic_id, cell, voice_id) values ($1, $2, $3)"};
const db::Command<void(MosaicId, int)> kRemoveCell{"delete from mosaic_cell where mosaic_id = $1 and cell = $2"};
const db::Command<void(MosaicId, std::int64_t)> kCountChange{
    "update mosaic set placed = placed + $2, changes = changes + 1 where id = $1"};

TileRow read_tile(const db::Row& row) {
    return {.tile = {row.as<int>(0), row.as<int>(1), row.as<int>(2)},
            .file = row.as<std::string>(3),
            .revision = row.integer(4)};
}

const db::BatchCommand<void(MosaicId, int, int, int, std::string_view, std::int64_t, std::int64_t)> kInsertTiles{
    "insert into mosaic_tile (mosaic_id, zoom, across, down, file, revision, drawn) values ($1, $2, $3, $4, $5, $6, "
    "$7)"};
const db::Query<TileRow(MosaicId, int, int, int)> kTile{R"sql(
    select zoom, across, down, file, revision from mosaic_tile
    where mosaic_id = $1 and zoom = $2 and across = $3 and down = $4
)sql",
                                                        read_tile};
const db::Query<TileRow(MosaicId, int)> kLevel{R"sql(
    select zoom, across, down, file, revision from mosaic_tile
    where mosaic_id = $1 and zoom = $2 order by down, across
)sql",
                                               read_tile};
const db::Query<TileRow(MosaicId, std::int64_t)> kStale{R"sql(
    select zoom, across, down, file, revision from mosaic_tile
    where mosaic_id = $1 and drawn < revision
      and zoom = (select max(zoom) from mosaic_tile where mosaic_id = $1 and drawn < revision)
    order by down, across limit $2
)sql",
                                                        read_tile};
const db::Command<void(MosaicId, int, int, int)> kMarkStale{R"sql(
    update mosaic_tile set revision = revision + 1
    where mosaic_id = $1 and zoom = $2 and across = $3 and down = $4
)sql"};
const db::Command<void(MosaicId, int, int, int)> kClearTile{R"sql(
    update mosaic_tile set file = '' where mosaic_id = $1 and zoom = $2 and across = $3 and down = $4
)sql"};
const db::Command<void(MosaicId, int, int, int, std::string, std::int64_t)> kSaveDrawn{R"sql(
    update mosaic_tile set file = $5, drawn = $6
    where mosaic_id = $1 and zoom = $2 and across = $3 and down = $4 and drawn < $6 and (file <> '' or revision = $6)
)sql"};
const db::Query<TileCounts(MosaicId)> kCountTiles{R"sql(
    select count(*), coalesce(sum(case when drawn < revision then 1 else 0 end), 0) from mosaic_tile where mosaic_id = $1
)sql",
                                                  db::columns<TileCounts, std::int64_t, std::int64_t>};

std::string read_file(const db::Row& row) { return row.as<std::string>(0); }

const db::Query<std::string(std::string)> kNeededBy{R"sql(
    select file from mosaic_tile where file = $1
    union all select tile from mosaic_photo where tile = $1
    union all select target from mosaic where target = $1
    limit 1
)sql",
                                                    read_file};
const db::Query<std::string()> kNeeded{R"sql(
    select file from mosaic_tile where file <> ''
    union select tile from mosaic_photo
    union select target from mosaic where target <> ''
)sql",
                                       read_file};
const db::Query<std::string(MosaicId)> kFilesOf{R"sql(
    select file from mosaic_tile where mosaic_id = $1 and file <> ''
    union select target from mosaic where id = $1 and target <> ''
)sql",
                                                read_file};

// Takes the voice out of one mosaic; the files of tiles that show it are loose.
void take_out_of(db::Write& write, const Mosaic& mosaic, int cell, std::vector<std::string>& loose) {
    const Pyramid pyramid{mosaic.grid};
    write.run(kRemoveCell, mosaic.id, cell);
    write.run(kCountChange, mosaic.id, -1);
    for (const auto& tile : pyramid.way_of(cell)) {
        mark_stale(write, mosaic.id, tile);
        if (pyramid.cell_side(tile.level) < kRecognisable) continue;
        const auto row = find_tile(write, mosaic.id, tile);
        if (row && !row->file.empty()) loose.push_back(row->file);
        write.run(kClearTile, mosaic.id, tile.level, tile.column, tile.row);
    }
}

}  // namespace

std::optional<Mosaic> find(db::Read& read, MosaicId mosaic) { return read.one(kFind, mosaic); }

std::optional<Mosaic> shown(db::Read& read) {
    const auto mosaics = all(read);
    const auto found = std::ranges::find(mosaics, MosaicState::shown, &Mosaic::state);
    if (found == mosaics.end()) return std::nullopt;
    return *found;
}

std::vector<Mosaic> all(db::Read& read) { return read.all(kAll); }

MosaicId insert(db::Write& write, const NewMosaic& mosaic) {
    const auto id = write.new_id<MosaicId>();
    const auto& wish = mosaic.wish;
    write.run(kInsert, id, wish.picture, wish.title_en, wish.title_fr, mosaic.alt_en, mosaic.alt_fr, wish.across,
              wish.tint, write.now(), mosaic.by);
    return id;
}

void save_target(db::Write& write, MosaicId mosaic, const Grid& grid, std::string_view target) {
    write.run(kSaveTarget, mosaic, grid.columns, grid.rows, std::string{target});
}

void save_gathering(db::Write& write, MosaicId mosaic, const Gathering& gathering) {
    write.run(kSaveGathering, mosaic, gathering.up_to, gathering.count);
}

void save_state(db::Write& write, MosaicId mosaic, MosaicState state) {
    if (state == MosaicState::shown)
        write.run(kShow, mosaic, write.now());
    else
        write.run(kSaveState, mosaic, state);
}

void remove(db::Write& write, MosaicId mosaic) {
    write.run(kRemoveTiles, mosaic);
    write.run(kRemoveCells, mosaic);
    write.run(kRemove, mosaic);
}

std::optional<Photo> photo(db::Read& read, VoiceId voice) { return read.one(kPhoto, voice); }

void save_photo(db::Write& write, const Photo& photo) {
    write.run(kSavePhoto, photo.voice, photo.made_of, photo.tile, photo.quarters_text);
}

std::vector<Photo> photos(db::Read& read, VoiceId after, std::int64_t limit) { return read.all(kPhotos, after, limit); }

std::vector<Photo> unplaced(db::Read& read, MosaicId mosaic, std::int64_t limit) {
    return read.all(kUnplaced, mosaic, limit);
}

std::vector<CellPhoto> cells(db::Read& read, MosaicId mosaic, const CellRange& range) {
    return read.all(kCells, mosaic, range.first, range.last, range.limit);
}

std::optional<int> cell_of(db::Read& read, MosaicId mosaic, VoiceId voice) { return read.one(kCellOf, mosaic, voice); }

void place_all(db::Write& write, const Mosaic& mosaic, const std::vector<FilledCell>& cells) {
    std::set<VoiceId> known;
    write.each(kPhotos, [&](const Photo& photo) { known.insert(photo.voice); }, VoiceId{0}, kMostCells);
    std::vector<FilledCell> standing;
    std::ranges::copy_if(cells, std::back_inserter(standing),
                         [&](const FilledCell& each) { return known.contains(each.voice); });
    write.run_batch(kInsertCells, standing,
                    [&](const FilledCell& each) { return std::tuple{mosaic.id, each.cell, each.voice}; });
    const auto tiles = Pyramid{mosaic.grid}.tiles();
    write.run_batch(kInsertTiles, tiles, [&](const Tile& tile) {
        return std::tuple{mosaic.id,          tile.level,      tile.column,    tile.row,
                          std::string_view{}, std::int64_t{1}, std::int64_t{0}};
    });
    write.run(kCountChange, mosaic.id, std::ssize(standing));
    save_state(write, mosaic.id, MosaicState::drawing);
}

Placed place(db::Write& write, const Mosaic& mosaic, const FilledCell& cell) {
    const auto now = find(write, mosaic.id);
    if (!now || !photo(write, cell.voice)) return Placed::gone;
    if (now->changes != mosaic.changes) return Placed::changed;
    write.run(kInsertCell, mosaic.id, cell.cell, cell.voice);
    write.run(kCountChange, mosaic.id, 1);
    for (const auto& tile : Pyramid{mosaic.grid}.way_of(cell.cell)) mark_stale(write, mosaic.id, tile);
    return Placed::yes;
}

TakenOut take_out(db::Write& write, VoiceId voice) {
    const auto gone = photo(write, voice);
    if (!gone) return {};
    TakenOut taken{.mosaics = {}, .loose = {gone->tile}};
    for (const auto& [mosaic, cell] : write.all(kStanding, voice)) {
        const auto found = find(write, mosaic);
        if (!found) continue;
        take_out_of(write, *found, cell, taken.loose);
        taken.mosaics.push_back(mosaic);
    }
    write.run(kRemovePhoto, voice);
    return taken;
}

std::optional<TileRow> find_tile(db::Read& read, MosaicId mosaic, const Tile& tile) {
    return read.one(kTile, mosaic, tile.level, tile.column, tile.row);
}

std::vector<TileRow> level(db::Read& read, MosaicId mosaic, int level) { return read.all(kLevel, mosaic, level); }

std::vector<TileRow> stale(db::Read& read, MosaicId mosaic, std::int64_t limit) {
    return read.all(kStale, mosaic, limit);
}

void mark_stale(db::Write& write, MosaicId mosaic, const Tile& tile) {
    write.run(kMarkStale, mosaic, tile.level, tile.column, tile.row);
}

std::optional<std::string> save_drawn(db::Write& write, MosaicId mosaic, const TileRow& drawn) {
    const auto& [tile, file, revision] = drawn;
    const auto before = find_tile(write, mosaic, tile);
    if (!before) return std::nullopt;
    if (write.run(kSaveDrawn, mosaic, tile.level, tile.column, tile.row, file, revision) == 0) return std::nullopt;
    return before->file == file ? std::string{} : before->file;
}

TileCounts count_tiles(db::Read& read, MosaicId mosaic) { return *read.one(kCountTiles, mosaic); }

bool is_needed(db::Read& read, std::string_view address) {
    return read.one(kNeededBy, std::string{address}).has_value();
}

std::vector<std::string> needed(db::Read& read) { return read.all(kNeeded); }

std::vector<std::string> files_of(db::Read& read, MosaicId mosaic) { return read.all(kFilesOf, mosaic); }

}  // namespace mosaic::store
