-- STEP 1: an answer and a close, in one transaction; then the number of views, which nobody reads
START TRANSACTION;
INSERT INTO hd_thread_entry (id, thread_id, staff_id, type, poster, body, created) VALUES
  (310, 113, 1, 'R', 'Lucía', '<p>Ya sali&oacute;</p>', '2026-04-01 10:00:00');
UPDATE hd_ticket SET status_id = 6, closed = '2026-04-01 10:01:00' WHERE ticket_id = 10;
COMMIT;
UPDATE hd_ticket SET viewed = viewed + 1 WHERE ticket_id IN (1, 2, 10);

-- STEP 2: opened again: the closing time goes
UPDATE hd_ticket SET status_id = 1, closed = NULL WHERE ticket_id = 10;
INSERT INTO hd_thread_entry (id, thread_id, user_id, type, poster, body, format, created) VALUES
  (320, 113, 40, 'M', 'Inés', 'sigue sin llegar', 'text', '2026-04-01 11:00:00');

-- STEP 3: another agent closes it under another status
INSERT INTO hd_thread_entry (id, thread_id, staff_id, type, poster, body, format, created) VALUES
  (330, 113, 2, 'R', 'Iván', 'estaba en spam', 'text', '2026-04-01 11:30:00');
UPDATE hd_ticket SET staff_id = 2, status_id = 9, closed = '2026-04-01 11:31:00' WHERE ticket_id = 10;

-- STEP 4: statuses, departments and agents get other names; a status of one that is closed becomes another closed one
UPDATE hd_status SET name = 'Solucionado' WHERE id = 6;
UPDATE hd_staff SET lastname = 'Peña Ruiz' WHERE staff_id = 2;
UPDATE hd_ticket SET status_id = 9 WHERE ticket_id = 1;

-- STEP 5: an answer of a closed ticket is edited: the old one is hidden, another takes its place
START TRANSACTION;
UPDATE hd_thread_entry SET flags = 5 WHERE id = 330;
INSERT INTO hd_thread_entry (id, pid, thread_id, staff_id, type, poster, body, format, created) VALUES
  (350, 330, 113, 2, 'R', 'Iván', 'estaba en correo no deseado', 'text', '2026-04-01 11:30:00');
COMMIT;

-- STEP 6: what is hidden already is edited; a task gets an entry; a hidden entry comes and goes; an open ticket gets one
UPDATE hd_thread_entry SET body = 'otra cosa' WHERE id IN (203, 330);
INSERT INTO hd_thread_entry (thread_id, staff_id, type, poster, body, created) VALUES
  (111, 2, 'R', 'Iván', 'otra de la tarea', '2026-04-01 12:00:00'),
  (104, 1, 'R', 'Lucía', 'seguimos', '2026-04-01 12:00:00');
INSERT INTO hd_thread_entry (id, thread_id, staff_id, type, flags, poster, body, created) VALUES
  (360, 113, 2, 'R', 4, 'Iván', 'borrador', '2026-04-01 12:00:00');
DELETE FROM hd_thread_entry WHERE id = 360;
-- and a closed ticket goes with all that hangs on it
DELETE FROM hd_thread_entry WHERE thread_id = 112;
DELETE FROM hd_thread WHERE id = 112;
DELETE FROM hd_ticket WHERE ticket_id = 9;
