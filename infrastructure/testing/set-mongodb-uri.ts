import { freshDatabaseName, testMongodbUri } from './test-mongodb';

// What runs inside a test file as it would in the app finds this worker's server and an empty database.
process.env.MONGODB_URI = testMongodbUri();
process.env.ROOMLOG_DB = freshDatabaseName();
