package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

// migrations/N.sql brings the schema from version N-1 to N.
//
//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a file as whomet's (PRAGMA application_id): "whom".
const applicationID = 0x77686f6d

// migrate brings the file's schema up to the version that this program
// knows. The version is kept as PRAGMA user_version.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	newest := len(steps)
	t, err := begin(ctx, db)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	defer t.Rollback()
	var version, application, tables int
	err = t.QueryRowContext(ctx, "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version, pragma_application_id").
		Scan(&version, &application, &tables)
	switch {
	case err != nil:
		return fmt.Errorf("open %s: %w", path, err)
	case application != applicationID && tables > 0:
		return fmt.Errorf("open %s: the file is a SQLite database, but not whomet's; name another file", path)
	case version > newest:
		return fmt.Errorf("open %s: a newer whomet wrote it (schema %d, this one knows up to %d); update whomet or name another file", path, version, newest)
	case version == newest:
		return nil
	}
	for v := version + 1; v <= newest; v++ {
		step, err := migrations.ReadFile(fmt.Sprintf("migrations/%d.sql", v))
		if err != nil {
			return fmt.Errorf("migrate %s: %w", path, err)
		}
		if _, err := t.ExecContext(ctx, string(step)); err != nil {
			return fmt.Errorf("migrate %s to schema %d: %w", path, v, err)
		}
	}
	if _, err := t.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, newest)); err != nil {
		return fmt.Errorf("migrate %s: %w", path, err)
	}
	if err := t.Commit(); err != nil {
		return fmt.Errorf("migrate %s: %w", path, err)
	}
	return nil
}
