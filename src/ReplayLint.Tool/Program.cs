using ReplayLint.Tool.Commands;

return await ReplayLintCommand.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
