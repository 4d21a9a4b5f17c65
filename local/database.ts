import { DatabaseSync } from 'node:sqlite';

/**
 * Opens (and creates) a SQLite file that other processes may use at the same time. What is committed survives the death
 * of the process at any point.
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  return database;
}

/** Runs all of it or nothing. Inside another `atomically`, it is part of that one. */
export function atomically<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
