using System.CommandLine;

namespace ReplayLint.Tool.Commands;

/// <summary><c>replaylint completion</c>: prints a script that lets a shell complete command lines by asking the tool.</summary>
internal sealed class CompletionCommand : Command
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _replaylint() {
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$(replaylint "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _replaylint replaylint
            """,
        ["zsh"] = """
            _replaylint() {
                local -a found
                found=("${(@f)$(replaylint "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
                compadd -- $found || _files
            }
            compdef _replaylint replaylint
            """,
        ["fish"] = """
            complete -c replaylint -a '(set -l line (commandline -cp); replaylint "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName replaylint -ScriptBlock {
                param($word, $line, $position)
                replaylint "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """,
    };

    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, fish or pwsh." };

    public CompletionCommand()
        : base("completion", "Print a script that makes a shell complete replaylint's commands, options, rules and recorders.")
    {
        _shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        Add(_shell);
        SetAction(arguments =>
        {
            arguments.InvocationConfiguration.Output.WriteLine(Scripts[arguments.GetValue(_shell)!]);
            return ExitCodes.Clean;
        });
    }
}
