-- Lists, counts and returns of cases are answered from indexes alone. A CAF's own row carries its texts, so reading
-- a hundred thousand of them to count or to sort takes half a second; each index below holds all that one question
-- asks, the reading scope's columns (child, area, team) among it.
CREATE INDEX cafs_scope ON cafs (child_id, episode_no, closed_on, area_id, team_id, next_review_on);
CREATE INDEX cafs_open_scope ON cafs (child_id, area_id, team_id, next_review_on, last_entry_on, closed_on)
WHERE closed_on IS NULL;
CREATE INDEX cafs_by_reference ON cafs (reference, child_id, closed_on, area_id, team_id, episode_no, next_review_on);
CREATE INDEX cafs_by_level ON cafs (level, child_id, closed_on, area_id, team_id, episode_no, next_review_on);
-- Those without a day come last.
CREATE INDEX cafs_by_review
ON cafs ((next_review_on IS NULL), next_review_on, child_id, closed_on, area_id, team_id, episode_no);

-- Return R1 in one pass; it begins with the area, as the index did that it takes the place of.
CREATE INDEX cafs_flow
ON cafs (area_id, start_level, start_on, closed_on, closure_reason, completed_on, tac_formed_on, episode_no, child_id);
DROP INDEX cafs_area;

-- Whole, this one is taken for the open CAFs too, a third of all, and each row read.
DROP INDEX cafs_closed;
CREATE INDEX cafs_closed ON cafs (closed_on) WHERE closed_on IS NOT NULL;
