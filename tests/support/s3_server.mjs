// s3_server.mjs - a real S3 server for tests: `node s3_server.mjs FOLDER BUCKET` keeps objects in FOLDER, checks every
// signature, prints its address in a line, and ends with its standard input. Its key is S3RVER with the secret S3RVER.
import S3rver from "@20minutes/s3rver";

const [directory, bucket] = process.argv.slice(2);
const server = new S3rver({ address: "127.0.0.1", port: 0, silent: true, directory, configureBuckets: [{ name: bucket }] });
const { port } = await server.run();
console.log(`http://127.0.0.1:${port}`);
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
