-- Neovim's own LSP client against `handreiking lsp --stdio`: shows a finding, explains it, applies a fix.
-- Writes what it saw as JSON to $HANDREIKING_OUTPUT.
local root, file, server = vim.env.HANDREIKING_ROOT, vim.env.HANDREIKING_FILE, vim.env.HANDREIKING_COMMAND
local seen = {}

local function wait(what, condition)
  if not vim.wait(30000, condition, 20) then error('waited in vain for ' .. what) end
end

local function diagnostics()
  return vim.tbl_map(function(d)
    return { code = d.code or d.user_data.lsp.code, message = d.message, line = d.lnum, severity = d.severity, source = d.source }
  end, vim.diagnostic.get(0))
end

local function has(code)
  for _, d in ipairs(diagnostics()) do
    if d.code == code then return d end
  end
end

local ok, message = pcall(function()
  vim.cmd('edit ' .. file)
  local id = vim.lsp.start_client({
    name = 'handreiking',
    cmd = { vim.env.HANDREIKING_NODE, server, 'lsp', '--stdio' },
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = 'voorbeeld' } },
  })
  local client
  wait('the server', function()
    client = vim.lsp.get_client_by_id(id)
    return client and client.initialized
  end)
  vim.lsp.buf_attach_client(0, id)
  wait('a finding', function() return has('endpoint-zonder-contract') end)
  seen.before = diagnostics()

  local finding = has('endpoint-zonder-contract')
  local position = { line = finding.line, character = 10 }
  local document = { uri = vim.uri_from_bufnr(0) }
  local hover = client.request_sync('textDocument/hover', { textDocument = document, position = position }, 10000, 0)
  seen.hover = hover.result.contents.value

  local range = { start = position, ['end'] = position }
  local params = { textDocument = document, range = range, context = { diagnostics = {} } }
  local actions = client.request_sync('textDocument/codeAction', params, 10000, 0).result
  for _, action in ipairs(actions) do
    if action.title:match('^Leg endpoint .* vast: contract') then
      if not action.edit then action = client.request_sync('codeAction/resolve', action, 10000, 0).result end
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      seen.applied = action.title
    end
  end
  vim.cmd('silent wall')
  -- This client opens what it edits only in a buffer of its own; the server hears of the file as of any on disk.
  local made = vim.uri_from_fname(root .. '/ai-verantwoording.yml')
  client.notify('workspace/didChangeWatchedFiles', { changes = { { uri = made, type = 1 } } })
  wait('the finding to go', function() return not has('endpoint-zonder-contract') end)
  seen.after = diagnostics()
  vim.lsp.stop_client(id)
end)
if not ok then seen.error = message end
local output = assert(io.open(vim.env.HANDREIKING_OUTPUT, 'w'))
output:write(vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen))
output:close()
vim.cmd('qall!')
