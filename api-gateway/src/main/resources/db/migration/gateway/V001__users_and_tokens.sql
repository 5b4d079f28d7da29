-- People who sign in. Names are compared as stored: lower case.
CREATE TABLE users (
    username      VARCHAR(100)  NOT NULL,
    display_name  VARCHAR(200)  NOT NULL,
    role          VARCHAR(20)   NOT NULL,
    teams         VARCHAR(4000) NOT NULL,
    password_hash VARCHAR(255)  NOT NULL,
    created_at    DATETIME(3)   NOT NULL,
    PRIMARY KEY (username)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row per refresh token ever given out and not yet purged; a family is what one sign-in led to.
CREATE TABLE refresh_token (
    token_hash        CHAR(64)     NOT NULL,
    family            CHAR(32)     NOT NULL,
    username          VARCHAR(100) NOT NULL,
    expires_at        DATETIME(3)  NOT NULL,
    family_expires_at DATETIME(3)  NOT NULL,
    used_at           DATETIME(3),
    revoked_at        DATETIME(3),
    PRIMARY KEY (token_hash),
    KEY refresh_token_family (family),
    KEY refresh_token_username (username)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The private key that signs access tokens, wrapped with AES-GCM by GATEWAY_KEY_ENCRYPTION_KEY.
CREATE TABLE signing_key (
    slot        TINYINT       NOT NULL,
    kid         VARCHAR(64)   NOT NULL,
    wrapped_jwk VARCHAR(2000) NOT NULL,
    created_at  DATETIME(3)   NOT NULL,
    PRIMARY KEY (slot)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who did what; rows are only ever added.
CREATE TABLE audit_log (
    id      BIGINT       NOT NULL AUTO_INCREMENT,
    at      DATETIME(3)  NOT NULL,
    actor   VARCHAR(100) NOT NULL,
    action  VARCHAR(40)  NOT NULL,
    target  VARCHAR(190),
    address VARCHAR(64),
    PRIMARY KEY (id),
    KEY audit_log_at (at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
