-- A library; with a function.
CREATE TABLE author (
    id INTEGER PRIMARY KEY
);
CREATE TABLE book (
    title VARCHAR(80) PRIMARY KEY,
    pages INTEGER NOT NULL,
    author_id INTEGER NOT NULL REFERENCES author (id)
);
CREATE FUNCTION one_more() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.pages := NEW.pages + one(); -- not the end;
    RETURN NEW;
END;
$$;
CREATE FUNCTION one() RETURNS INTEGER LANGUAGE sql
BEGIN ATOMIC
    SELECT 0;
    SELECT CASE WHEN true THEN 1 ELSE 0 END;
END;
CREATE TRIGGER more_pages BEFORE INSERT ON book FOR EACH ROW EXECUTE FUNCTION one_more();
