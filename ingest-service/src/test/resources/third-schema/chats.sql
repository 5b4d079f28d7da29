INSERT INTO hd_status (id, name, state) VALUES
  (1, 'Abierto', 'open'), (6, 'Resuelto', 'closed'), (9, 'Cerrado', 'closed'), (12, 'Archivado', 'archived');
INSERT INTO hd_department (id, name) VALUES (1, 'Soporte'), (2, 'Facturación');
INSERT INTO hd_staff (staff_id, firstname, lastname) VALUES (1, 'Lucía', 'Gómez'), (2, 'Iván', 'Peña');
INSERT INTO hd_ticket (ticket_id, number, user_id, status_id, dept_id, staff_id, source, created, closed) VALUES
  (1, '501001', 31, 6, 1, 1, 'Web', '2026-03-02 08:00:00', '2026-03-02 09:30:00'),
  (2, '501002', 32, 9, 2, 2, 'Email', '2026-03-02 22:10:00', '2026-03-03 00:05:30'),
  (3, '501003', 33, 1, 1, 1, 'Web', '2026-03-03 10:00:00', NULL),
  (4, '501004', 34, 12, 1, 1, 'Web', '2026-03-03 11:00:00', '2026-03-03 12:00:00'),
  -- opened again: the closing time is gone
  (5, '501005', 35, 1, 1, 2, 'Phone', '2026-03-04 08:00:00', NULL),
  -- nobody's, and of no department
  (6, '501006', 0, 9, 0, 0, 'Other', '2026-03-05 08:00:00', '2026-03-05 08:20:00'),
  -- the agent's row is gone
  (7, '501007', 37, 6, 2, 7, 'API', '2026-03-06 08:00:00', '2026-03-06 18:59:59'),
  (8, '501008', 38, 6, 1, 2, 'Email', '2026-03-07 08:00:00', '2026-03-07 09:00:00'),
  (9, '501009', 39, 9, 1, 1, 'Web', '2026-03-08 08:00:00', '2026-03-08 09:00:00'),
  (10, '501010', 40, 1, 1, 1, 'Web', '2026-03-09 08:00:00', NULL),
  (11, '501011', 41, 6, 2, 2, 'Web', '2026-03-10 08:00:00', '2026-03-10 09:00:00'),
  (12, '501012', 42, 77, 1, 1, 'Web', '2026-03-11 08:00:00', '2026-03-11 09:00:00');
-- tasks 1, 3 and 8 have threads too, and one thread has lost its ticket
INSERT INTO hd_thread (id, object_id, object_type) VALUES
  (101, 1, 'A'), (102, 1, 'T'), (103, 2, 'T'), (104, 3, 'T'), (105, 3, 'A'), (106, 4, 'T'), (107, 5, 'T'), (108, 6, 'T'),
  (109, 7, 'T'), (110, 8, 'T'), (111, 8, 'A'), (112, 9, 'T'), (113, 10, 'T'), (114, 11, 'T'), (115, 12, 'T'), (116, 999, 'T');
INSERT INTO hd_thread_entry (thread_id, staff_id, user_id, type, flags, poster, body, format, created) VALUES
  (102, 0, 31, 'M', 0, 'Ana', '<p>Buenos d&iacute;as,</p><p>no puedo entrar<br>desde ayer &amp; es urgente</p>', 'html', '2026-03-02 08:00:00'),
  (102, 0, 0, 'N', 128, 'SYSTEM', 'Asignado a Luc&iacute;a', 'html', '2026-03-02 08:05:00'),
  (102, 1, 0, 'R', 0, 'Lucía', '<div>Hola Ana, ya lo reviso.</div>', 'html', '2026-03-02 08:10:00'),
  (102, 1, 0, 'N', 0, 'Lucía', 'cuenta bloqueada por 3 intentos', 'text', '2026-03-02 08:12:00'),
  (102, 0, 31, 'M', 64, 'Ana', '<blockquote>ya lo reviso</blockquote>Gracias', 'html', '2026-03-02 08:40:00'),
  (102, 1, 0, 'R', 0, 'Lucía', 'Listo: use <b> para negrita si 2 < 3 &amp; 3 > 2', 'text', '2026-03-02 09:29:59'),
  (101, 1, 0, 'N', 0, 'Lucía', 'tarea, no ticket', 'text', '2026-03-02 08:20:00'),
  (103, 0, 32, 'M', 64, 'Beto', '<p>Me cobraron dos veces</p>', 'html', '2026-03-02 22:10:00'),
  -- the same second: the key decides
  (103, 2, 0, 'R', 0, 'Iván', 'Lo reviso', 'text', '2026-03-02 23:50:00'),
  (103, 2, 0, 'R', 0, 'Iván', 'Devuelto', 'text', '2026-03-02 23:50:00'),
  (103, 0, 32, 'M', 192, 'SYSTEM', 'aviso por correo', 'text', '2026-03-02 23:59:59'),
  (103, 0, 32, 'M', 0, 'Beto', 'Mil gracias', 'text', '2026-03-03 00:05:00'),
  (104, 0, 33, 'M', 0, 'Carla', 'sigue abierto', 'text', '2026-03-03 10:00:00'),
  (105, 1, 0, 'N', 0, 'Lucía', 'tarea 3', 'text', '2026-03-03 10:05:00'),
  (106, 0, 34, 'M', 0, 'Dora', 'archivado', 'text', '2026-03-03 11:00:00'),
  (107, 0, 35, 'M', 0, 'Elsa', 'vuelve a fallar', 'text', '2026-03-04 08:00:00'),
  (107, 2, 0, 'R', 0, 'Iván', 'lo abro otra vez', 'text', '2026-03-04 08:30:00'),
  (108, 0, 0, 'M', 0, 'anónimo', 'nadie me contesta', 'text', '2026-03-05 08:00:00'),
  (109, 0, 37, 'M', 0, 'Fede', '¿me ayudan?', 'text', '2026-03-06 08:00:00'),
  (109, 7, 0, 'R', 0, 'Rosa Díaz', '&iexcl;Claro!', 'html', '2026-03-06 18:00:00');
-- ticket 8: an answer edited twice, the customer's line once; what was there before is hidden
INSERT INTO hd_thread_entry (id, pid, thread_id, staff_id, user_id, type, flags, poster, body, format, created) VALUES
  (201, 0, 110, 0, 38, 'M', 5, 'Gema', 'mi clave es 1234', 'text', '2026-03-07 08:00:00'),
  (202, 201, 110, 0, 38, 'M', 0, 'Gema', 'mi clave no sirve', 'text', '2026-03-07 08:00:00'),
  (203, 0, 110, 2, 0, 'R', 5, 'Iván', 'primera', 'text', '2026-03-07 08:30:00'),
  (204, 203, 110, 2, 0, 'R', 69, 'Iván', 'segunda', 'text', '2026-03-07 08:30:00'),
  (205, 204, 110, 2, 0, 'R', 2, 'Iván', 'tercera', 'text', '2026-03-07 08:30:00'),
  (206, 0, 111, 2, 0, 'R', 0, 'Iván', 'de una tarea', 'text', '2026-03-07 08:31:00'),
  -- a type that means nothing here
  (207, 0, 110, 2, 0, 'X', 0, 'Iván', 'firma', 'text', '2026-03-07 08:32:00'),
  -- ticket 9 was merged: a message that was sent earlier came in later
  (208, 0, 112, 1, 0, 'R', 0, 'Lucía', 'respuesta', 'text', '2026-03-08 08:30:00'),
  (209, 0, 112, 0, 39, 'M', 0, 'Hugo', '<p>pregunta</p>\n<ul><li>uno</li><li>dos</li></ul>fin', 'html', '2026-03-08 08:00:00'),
  (210, 0, 113, 0, 40, 'M', 0, 'Inés', 'no me llega el correo', 'text', '2026-03-09 08:00:00'),
  (211, 0, 114, 0, 41, 'M', 0, 'Juan', 'hola', 'text', '2026-03-10 08:00:00'),
  (212, 0, 114, 2, 0, 'R', 0, 'Iván', 'hola, Juan', 'text', '2026-03-10 08:30:00'),
  (213, 0, 115, 0, 42, 'M', 0, 'Karen', 'estado que no existe', 'text', '2026-03-11 08:00:00'),
  (214, 0, 116, 0, 43, 'M', 0, 'nadie', 'sin ticket', 'text', '2026-03-11 08:00:00');
INSERT INTO hd_thread_entry (thread_id, staff_id, user_id, type, flags, poster, body, format, created) VALUES
  (114, 0, 41, 'M', 0, 'Juan', 'línea 1', 'text', '2026-03-10 08:31:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 2', 'text', '2026-03-10 08:32:00'),
  (114, 0, 41, 'M', 0, 'Juan', 'línea 3', 'text', '2026-03-10 08:33:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 4', 'text', '2026-03-10 08:34:00'),
  (114, 0, 41, 'M', 0, 'Juan', 'línea 5', 'text', '2026-03-10 08:35:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 6', 'text', '2026-03-10 08:36:00'),
  (114, 0, 41, 'M', 0, 'Juan', 'línea 7', 'text', '2026-03-10 08:37:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 8', 'text', '2026-03-10 08:38:00'),
  (114, 0, 41, 'M', 0, 'Juan', 'línea 9', 'text', '2026-03-10 08:39:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 10', 'text', '2026-03-10 08:40:00'),
  (114, 0, 41, 'M', 0, 'Juan', 'línea 11', 'text', '2026-03-10 08:41:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 12', 'text', '2026-03-10 08:42:00'),
  (114, 0, 41, 'M', 0, 'Juan', 'línea 13', 'text', '2026-03-10 08:43:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 14', 'text', '2026-03-10 08:44:00'),
  (114, 0, 41, 'M', 0, 'Juan', 'línea 15', 'text', '2026-03-10 08:45:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 16', 'text', '2026-03-10 08:46:00'),
  (114, 0, 41, 'M', 0, 'Juan', 'línea 17', 'text', '2026-03-10 08:47:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 18', 'text', '2026-03-10 08:48:00'),
  (114, 0, 41, 'M', 0, 'Juan', 'línea 19', 'text', '2026-03-10 08:49:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 20', 'text', '2026-03-10 08:50:00'),
  (114, 0, 41, 'M', 0, 'Juan', 'línea 21', 'text', '2026-03-10 08:51:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 22', 'text', '2026-03-10 08:52:00'),
  (114, 0, 41, 'M', 0, 'Juan', 'línea 23', 'text', '2026-03-10 08:53:00'),
  (114, 2, 0, 'R', 0, 'Iván', 'línea 24', 'text', '2026-03-10 08:54:00');
