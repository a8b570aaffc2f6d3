//! The program.

fn main() -> std::process::ExitCode {
    xindaya::cli::main()
}
